using Microsoft.Extensions.DependencyInjection;
using Predictors.Abstractions;

namespace PrivateLibrary12;

public sealed class ServicesFactory : IPredictorFactory<ClassPredictor>
{
    public PredictorDescription Description { get; } =
        new("services-8", $"Has no module, and sees {typeof(IServiceCollection).Assembly.GetName().Version}.");

    public ClassPredictor Create(ParameterValues values, int vcpu) => throw new NotSupportedException("Nobody replays this one.");
}
