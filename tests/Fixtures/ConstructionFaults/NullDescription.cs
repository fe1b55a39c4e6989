using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class NullDescription : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description => null!;

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
