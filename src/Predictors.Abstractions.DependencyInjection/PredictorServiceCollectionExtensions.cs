using Microsoft.Extensions.DependencyInjection;

namespace Predictors.Abstractions.DependencyInjection;

/// <summary>Registration of predictors with a service collection.</summary>
public static class PredictorServiceCollectionExtensions
{
    /// <summary>Registers a predictor's factory, to be constructed with its services injected.</summary>
    /// <typeparam name="TFactory">The factory.</typeparam>
    /// <param name="services">The collection.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddPredictor<TFactory>(this IServiceCollection services)
        where TFactory : class, IPredictorFactory
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IPredictorFactory, TFactory>();
    }
}
