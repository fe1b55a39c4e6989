using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Predictors.Abstractions;
using Predictors.Abstractions.DependencyInjection;

namespace Predictors.Hosting;

/// <summary>What the host shares with plugins; everything else is a plugin's own.</summary>
internal static class ContractAssemblies
{
    private static readonly Type[] s_shared = [typeof(IIdlePredictor)];

    // Sharing an assembly shares what it references too: a plugin without a module must not lose its own version of these.
    private static readonly Type[] s_sharedWithModules =
        [typeof(IIdlePredictor), typeof(IPredictorModule), typeof(IServiceCollection), typeof(ILoggerFactory)];

    /// <summary>The contract.</summary>
    public static AssemblyName Contract { get; } = typeof(IIdlePredictor).Assembly.GetName();

    /// <summary>The contract of plugins that register their predictors through a service collection.</summary>
    public static AssemblyName ModuleContract { get; } = typeof(IPredictorModule).Assembly.GetName();

    /// <summary>The host's own assemblies beside its contracts: they change from release to release, and a plugin has no part in them.</summary>
    public static IReadOnlyList<string> HostOnly { get; } =
    [
        "Predictors.Traces", "Predictors.IdlePath", "Predictors.Ranking", "Predictors.Hosting", "Predictors.Reporting", "predictors",
    ];

    /// <summary>A type of each assembly that the host shares with a plugin.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <returns>The types.</returns>
    public static Type[] SharedWith(PluginFile plugin) => plugin.ReferencesModuleContract ? s_sharedWithModules : s_shared;
}
