using Microsoft.Extensions.DependencyInjection;

namespace Predictors.Abstractions.DependencyInjection;

/// <summary>
/// Registers the services and predictors of a plugin. A plugin that has a module is asked for nothing else: only the
/// factories that its modules register are used. A module has a public constructor without parameters.
/// </summary>
public interface IPredictorModule
{
    /// <summary>Registers the plugin's services and its predictors.</summary>
    /// <param name="services">A collection of this plugin's own.</param>
    void Configure(IServiceCollection services);
}
