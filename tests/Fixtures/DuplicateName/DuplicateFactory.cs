using Predictors.Abstractions;

namespace DuplicateName;

public sealed class DuplicateFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("struct-predictor", "Has the name of another plugin's predictor.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
