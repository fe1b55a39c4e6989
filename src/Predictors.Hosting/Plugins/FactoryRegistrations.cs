using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Predictors.Abstractions;
using Predictors.Abstractions.DependencyInjection;

namespace Predictors.Hosting;

/// <summary>The predictor factories of one plugin, to be constructed one by one, so that one that fails takes no other with it.</summary>
internal sealed class FactoryRegistrations
{
    private readonly List<ServiceDescriptor> _factories;
    private readonly ServiceProvider _services;

    /// <summary>Lets the plugin's modules register its predictors; without a module every public factory is one.</summary>
    /// <param name="types">The plugin's types.</param>
    /// <param name="loggers">Where the plugin may log.</param>
    /// <exception cref="UnusablePluginException">A module failed.</exception>
    public FactoryRegistrations(IReadOnlyList<Type> types, ILoggerFactory loggers)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        List<Type> modules = Concrete<IPredictorModule>(types);
        foreach (Type module in modules)
        {
            Configure(module, services);
        }

        if (modules.Count == 0)
        {
            foreach (Type factory in Concrete<IPredictorFactory>(types))
            {
                services.AddSingleton(typeof(IPredictorFactory), factory);
            }
        }

        _factories = [.. services.Where(s => s.ServiceType == typeof(IPredictorFactory) && !s.IsKeyedService)];

        // Lives as long as the plugin's factories: as the process.
        _services = services.BuildServiceProvider();
    }

    /// <summary>How many factories there are.</summary>
    public int Count => _factories.Count;

    /// <summary>The name by which people know a factory that can't tell its predictor's.</summary>
    /// <param name="index">Which one.</param>
    /// <returns>The type's name.</returns>
    public string NameOf(int index) =>
        (_factories[index].ImplementationType ?? _factories[index].ImplementationInstance?.GetType())?.FullName ?? $"factory {index + 1}";

    /// <summary>Constructs a factory with its services injected.</summary>
    /// <param name="index">Which one.</param>
    /// <returns>The factory; null where the plugin's own code made none.</returns>
    /// <exception cref="UnusablePluginException">It has no constructor that can be called.</exception>
    /// <exception cref="Exception">Whatever the constructor throws.</exception>
    public object? Construct(int index)
    {
        ServiceDescriptor factory = _factories[index];
        return factory.ImplementationType is { } type
            ? WhyNotConstructed(type) is { } reason ? throw new UnusablePluginException(reason) : ActivatorUtilities.CreateInstance(_services, type)
            : factory.ImplementationInstance ?? factory.ImplementationFactory?.Invoke(_services);
    }

    private string? WhyNotConstructed(Type factory)
    {
        IServiceProviderIsService known = _services.GetRequiredService<IServiceProviderIsService>();
        string[] missing = [.. factory.GetConstructors()
            .Select(c => c.GetParameters().FirstOrDefault(p => !p.HasDefaultValue && !known.IsService(p.ParameterType)))
            .Select(p => p is null ? string.Empty : $"{p.ParameterType.Name} {p.Name}")];
        return missing.Length == 0 ? "it has no public constructor; give it one without parameters"
            : missing.All(m => m.Length > 0)
                ? $"nobody provides the parameter '{missing[0]}' of its constructor; give it a constructor without parameters, or register a service in a module: "
                    + $"{nameof(IPredictorModule)}"
            : null;
    }

    private static List<Type> Concrete<T>(IReadOnlyList<Type> types) =>
        [.. types.Where(t => t is { IsVisible: true, IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(T)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    private static void Configure(Type module, ServiceCollection services)
    {
        try
        {
            ((IPredictorModule)Activator.CreateInstance(module)!).Configure(services);
        }
        catch (Exception e)
        {
            throw new UnusablePluginException($"its module {module.FullName} failed: {FaultText.Of(e)}", e);
        }
    }
}
