using Predictors.Abstractions;

namespace RunTimeFaults;

public sealed class ThrowsInObserve : IPredictorFactory<Faulty>
{
    public PredictorDescription Description { get; } = new("throws-in-observe", "Throws at the end of an idle period.");

    public Faulty Create(ParameterValues values, int vcpu) => new(nameof(IIdlePredictor.Observe), 0);
}
