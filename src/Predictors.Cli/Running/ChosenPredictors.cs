using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>The predictors that take part.</summary>
internal static class ChosenPredictors
{
    /// <summary>Those of the SPECs, with their sweeps; all with their defaults where none is given.</summary>
    public static List<PredictorChoice> Of(string[] specs, PluginCatalog catalog)
    {
        IEnumerable<string> chosen = specs.Length > 0 ? specs : catalog.Predictors.Select(p => p.Description.Name);
        List<PredictorChoice> choices = [.. chosen.SelectMany(s => PredictorSpec.Parse(s).Expand(catalog)).DistinctBy(c => c.Text)];
        return choices.Count > 0 ? choices : throw new UsageException("There is no predictor to rank; see 'predictors plugins'.");
    }
}
