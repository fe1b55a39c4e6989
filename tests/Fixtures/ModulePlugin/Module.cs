using Microsoft.Extensions.DependencyInjection;
using Predictors.Abstractions;
using Predictors.Abstractions.DependencyInjection;

namespace ModulePlugin;

public sealed class Module : IPredictorModule
{
    public void Configure(IServiceCollection services) =>
        services.AddSingleton(new Greeting("an injected service"))
            .AddKeyedSingleton<IPredictorFactory, NotRegisteredFactory>("for the plugin's own use")
            .AddPredictor<InjectedFactory>()
            .AddPredictor<LacksServiceFactory>();
}
