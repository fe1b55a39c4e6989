using Microsoft.Extensions.DependencyInjection;
using Predictors.Abstractions.DependencyInjection;

namespace ModulePlugin;

public sealed class Module : IPredictorModule
{
    public void Configure(IServiceCollection services) =>
        services.AddSingleton(new Greeting("an injected service"))
            .AddPredictor<InjectedFactory>()
            .AddPredictor<LacksServiceFactory>();
}
