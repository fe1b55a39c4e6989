using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Predictors.Hosting;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>Says what a result was made with.</summary>
internal static class Manifest
{
    private static readonly string s_version = typeof(Manifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What the command line tells.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="outputs">The options that only say where the result goes: they are left out.</param>
    public static RunManifest Of(ParseResult parsed, IReadOnlyCollection<Option> outputs) => new()
    {
        Version = s_version,
        Runtime = RuntimeInformation.FrameworkDescription,
        Platform = RuntimeInformation.RuntimeIdentifier,
        CommandLine = [.. WithoutOutputs(parsed.Tokens, outputs)],
    };

    /// <summary>Adds the profile and the plugins of a plan.</summary>
    /// <param name="manifest">What is known already.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="profileFile">The file of the machine profile, or null where it is built in.</param>
    public static RunManifest With(this RunManifest manifest, RunPlan plan, string? profileFile) => manifest with
    {
        Profile = profileFile is null ? null : Hashed(profileFile),
        Plugins =
        [
            .. plan.Contenders.Append(plan.HostPolling).OfType<PredictorChoice>().Select(c => c.Predictor.File).Distinct()
                .Select(Hashed).OrderBy(f => f.Name, StringComparer.Ordinal),
        ],
    };

    /// <summary>A file with its hash.</summary>
    public static ManifestFile Hashed(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new ManifestFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    private static IEnumerable<string> WithoutOutputs(IReadOnlyList<Token> tokens, IReadOnlyCollection<Option> outputs)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (outputs.FirstOrDefault(o => o.Name == tokens[i].Value || o.Aliases.Contains(tokens[i].Value)) is { } output
                && tokens[i].Type == TokenType.Option)
            {
                i += output.ValueType == typeof(bool) ? 0 : 1;
                continue;
            }

            yield return tokens[i].Value;
        }
    }
}
