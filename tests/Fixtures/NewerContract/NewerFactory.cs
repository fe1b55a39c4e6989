using Predictors.Abstractions;

namespace NewerContract;

public sealed class NewerFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("newer-contract", "Is built for another revision of the contract.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
