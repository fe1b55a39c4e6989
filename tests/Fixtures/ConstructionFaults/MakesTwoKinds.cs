using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class MakesTwoKinds : IPredictorFactory<NeverPolls>, IPredictorFactory<NeverPollsEither>
{
    public PredictorDescription Description { get; } = new("makes-two-kinds", "Leaves open which predictor it makes.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;

    NeverPollsEither IPredictorFactory<NeverPollsEither>.Create(ParameterValues values, int vcpu) => default;
}
