using Predictors.Abstractions;

namespace ConstructionFaults;

internal sealed class HiddenFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("hidden", "Is not public, so it is no predictor of this plugin.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
