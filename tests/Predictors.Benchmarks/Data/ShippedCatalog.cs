using Predictors.Hosting;

namespace Predictors.Benchmarks;

/// <summary>The predictors that lie beside the built command.</summary>
internal static class ShippedCatalog
{
    public static PluginCatalog Load(string repositoryRoot, string configuration)
    {
        string plugins = Path.Combine(repositoryRoot, "src", "Predictors.Cli", "bin", configuration, "net10.0", "plugins");
        PluginCatalog catalog = PluginCatalog.Load([plugins]);
        return catalog.Predictors.Count > 0 ? catalog : throw new InvalidOperationException($"There are no plugins in {plugins}: build the command first.");
    }

    public static PredictorChoice Choose(this PluginCatalog catalog, string spec) => PredictorSpec.Parse(spec).Expand(catalog).Single();
}
