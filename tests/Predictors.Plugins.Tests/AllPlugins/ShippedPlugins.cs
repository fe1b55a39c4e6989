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

    /// <summary>Each predictor with its defaults, and with each other word of its choices, as <c>name</c> or <c>name:parameter=word</c>: test cases.</summary>
    public static IEnumerable<string> Variants =>
        from factory in Factories
        let choices = factory.Description.Parameters.OfType<ChoiceParameter>()
        let others = choices.SelectMany(c => c.Choices.Where(word => word != c.DefaultText).Select(word => $":{c.Name}={word}"))
        from variant in others.Prepend(string.Empty)
        select factory.Description.Name + variant;

    /// <summary>Runs one of the <see cref="Variants"/>.</summary>
    public static PluginRun RunVariant(string variant, RunConditions? conditions = null)
    {
        string[] parts = variant.Split(':');
        return Run(parts[0], parts.Length > 1 ? parts[1] : string.Empty, conditions);
    }

    public static PluginRun Run(string name, string parameters = "", RunConditions? conditions = null) =>
        PluginRun.Of(Factories.Single(f => f.Description.Name == name), parameters, conditions);
}
