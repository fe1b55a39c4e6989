using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class ThrowingConstructor : IPredictorFactory<NeverPolls>
{
    public ThrowingConstructor() => throw new InvalidOperationException("thrown in\nthe constructor");

    public PredictorDescription Description { get; } = new("throwing-constructor", "Can't be constructed.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
