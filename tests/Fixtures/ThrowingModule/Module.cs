using Microsoft.Extensions.DependencyInjection;
using Predictors.Abstractions.DependencyInjection;

namespace ThrowingModule;

public sealed class Module : IPredictorModule
{
    public void Configure(IServiceCollection services) => throw new InvalidOperationException("thrown in Configure");
}
