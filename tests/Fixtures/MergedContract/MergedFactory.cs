using Predictors.Abstractions;

namespace MergedContract;

public sealed class MergedFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("merged-contract", "Has the contract compiled into itself.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
