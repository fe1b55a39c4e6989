using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>A SPEC where only one predictor is meant.</summary>
internal static class SingleSpec
{
    public static PredictorChoice Choose(string spec, PluginCatalog catalog)
    {
        IReadOnlyList<PredictorChoice> choices = PredictorSpec.Parse(spec).Expand(catalog);
        return choices.Count == 1
            ? choices[0]
            : throw new UsageException($"{spec} stands for {choices.Count} predictors; give one here.");
    }
}
