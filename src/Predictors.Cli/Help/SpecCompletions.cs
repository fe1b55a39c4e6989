using Predictors.Abstractions;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>Completes a SPEC: names of predictors, then names of their parameters.</summary>
internal static class SpecCompletions
{
    /// <summary>What a SPEC may go on to.</summary>
    /// <param name="word">The SPEC so far.</param>
    /// <param name="catalog">The predictors.</param>
    public static IEnumerable<string> Of(string word, PluginCatalog catalog)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return catalog.Predictors.Select(p => p.Description.Name);
        }

        string before = word[..(Math.Max(colon, word.LastIndexOf(',')) + 1)];
        PredictorDescription? description = catalog.Predictors.FirstOrDefault(p => p.Description.Name == word[..colon])?.Description;
        return (description?.Parameters ?? []).Select(p => $"{before}{p.Name}=").Where(s => !before.Contains(s[before.Length..], StringComparison.Ordinal));
    }
}
