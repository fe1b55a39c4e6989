using System.Reflection;
using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>The factories of all plugins beside this assembly.</summary>
internal static class ShippedPlugins
{
    private const string Prefix = "Predictors.Plugins.";

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.GetFiles(TestContext.CurrentContext.TestDirectory, Prefix + "*.dll")
            .Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Assembly.LoadFrom)];

    public static IReadOnlyList<IPredictorFactory> Factories { get; } =
        [.. Assemblies.SelectMany(a => a.GetExportedTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPredictorFactory)))
            .Select(t => (IPredictorFactory)Activator.CreateInstance(t)!)
            .OrderBy(f => f.Description.Name, StringComparer.Ordinal)];

    /// <summary>The names of all predictors: test cases.</summary>
    public static IEnumerable<string> Names => Factories.Select(f => f.Description.Name);

    public static PluginRun Run(string name, string parameters = "", RunConditions? conditions = null) =>
        PluginRun.Of(Factories.Single(f => f.Description.Name == name), parameters, conditions);
}
