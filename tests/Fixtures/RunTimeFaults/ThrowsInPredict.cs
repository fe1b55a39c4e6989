using Predictors.Abstractions;

namespace RunTimeFaults;

public sealed class ThrowsInPredict : IPredictorFactory<Faulty>
{
    public PredictorDescription Description { get; } = new("throws-in-predict", "Throws at an idle entry.");

    public Faulty Create(ParameterValues values, int vcpu) => new(nameof(IIdlePredictor.PredictPollNs), 0);
}
