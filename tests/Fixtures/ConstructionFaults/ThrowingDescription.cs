using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class ThrowingDescription : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description => new("Not Kebab Case", "Can't be described.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
