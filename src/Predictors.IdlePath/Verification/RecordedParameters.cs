using System.Globalization;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>Finds a predictor's parameters in the settings that a recording states about its kernel.</summary>
public static class RecordedParameters
{
    /// <summary>
    /// Takes for every parameter the first of its <see cref="Parameter.KernelNames"/> that is set. Kernels write lengths of
    /// time as bare ns; -1 stands for "not set". A kernel's release (<c>6.1.0-13-amd64</c>) chooses, from words that are
    /// kernel versions, the latest that is not after it.
    /// </summary>
    /// <param name="settings">The settings, such as <see cref="Traces.IKernelEventReader.Settings"/>.</param>
    /// <param name="description">The predictor.</param>
    /// <returns>Names and values as they are written in a SPEC, in the order of the parameters.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> From(
        IReadOnlyDictionary<string, string> settings, PredictorDescription description)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(description);
        var found = new List<KeyValuePair<string, string>>();
        foreach (Parameter parameter in description.Parameters)
        {
            foreach (string name in parameter.KernelNames)
            {
                if (settings.TryGetValue(name, out string? text) && text != "-1")
                {
                    found.Add(KeyValuePair.Create(parameter.Name, Translate(parameter, text)));
                    break;
                }
            }
        }

        return found;
    }

    private static string Translate(Parameter parameter, string text) => parameter switch
    {
        DurationParameter when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => text + "ns",
        ChoiceParameter choice when !choice.Choices.Contains(text) && KernelVersion(text) is { } version => Latest(choice, version) ?? text,
        _ => text,
    };

    private static string? Latest(ChoiceParameter choice, Version version) =>
        choice.Choices
            .Select(word => (Word: word, Version: KernelVersion(word)))
            .Where(c => c.Version is not null && c.Version <= version)
            .OrderByDescending(c => c.Version)
            .FirstOrDefault()
            .Word;

    /// <summary>The first two numbers of a kernel's release.</summary>
    private static Version? KernelVersion(string release)
    {
        string[] parts = release.Split('.', '-', '+');
        return parts.Length >= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
            ? new Version(major, minor)
            : null;
    }
}
