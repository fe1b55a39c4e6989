using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class GoodFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("good-among-bad", "Is in order.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
