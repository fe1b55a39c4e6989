namespace Predictors.Reporting;

/// <summary>A manifest as names and values, for people.</summary>
internal static class ManifestLines
{
    public static IEnumerable<(string Name, string Value)> Of(RunManifest manifest)
    {
        yield return ("Command line", $"predictors {string.Join(' ', manifest.CommandLine.Select(Quoted))}");
        yield return ("Version", manifest.Version);
        yield return ("Runtime", manifest.Runtime);
        yield return ("Platform", manifest.Platform);
        if (manifest.Profile is { } profile)
        {
            yield return ($"Profile {profile.Name}, SHA-256", profile.Sha256);
        }

        foreach (ManifestFile plugin in manifest.Plugins)
        {
            yield return ($"{plugin.Name}, SHA-256", plugin.Sha256);
        }
    }

    // As a shell would take it.
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
