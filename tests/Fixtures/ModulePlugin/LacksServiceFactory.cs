using Predictors.Abstractions;

namespace ModulePlugin;

public sealed class LacksServiceFactory(Uri nobodyRegistersThis) : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("lacks-service", $"Wants {nobodyRegistersThis}.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
