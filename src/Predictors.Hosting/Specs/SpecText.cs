namespace Predictors.Hosting;

/// <summary>The parts of a SPEC: <c>name</c> or <c>name:key=value,key=value</c>.</summary>
/// <param name="Text">The SPEC as it was written.</param>
/// <param name="Name">The name.</param>
/// <param name="Settings">Keys and values, each key once.</param>
public sealed record SpecText(string Text, string Name, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    /// <summary>Takes a SPEC apart.</summary>
    /// <param name="text">The SPEC.</param>
    /// <param name="what">What it names, for messages, such as <c>predictor</c>.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="SpecException">It is not written as a SPEC is.</exception>
    public static SpecText Parse(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? text : text[..colon];
        if (name.Length == 0)
        {
            throw new SpecException($"'{text}' names no {what}: write name or name:key=value,key=value.");
        }

        var settings = new List<KeyValuePair<string, string>>();
        foreach (string setting in colon < 0 ? [] : text[(colon + 1)..].Split(','))
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new SpecException($"'{setting}' in '{text}' is no key=value: write name:key=value,key=value.");
            }

            string key = setting[..equals];
            if (settings.Exists(s => s.Key == key))
            {
                throw new SpecException($"'{key}' is given twice in '{text}'; for several values write {key}=A|B.");
            }

            settings.Add(KeyValuePair.Create(key, setting[(equals + 1)..]));
        }

        return new SpecText(text, name, settings);
    }
}
