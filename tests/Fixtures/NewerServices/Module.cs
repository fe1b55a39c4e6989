using Microsoft.Extensions.DependencyInjection;
using Predictors.Abstractions.DependencyInjection;

namespace NewerServices;

public sealed class Module : IPredictorModule
{
    public void Configure(IServiceCollection services) => throw new InvalidOperationException("never called: the host shares an older IServiceCollection");
}
