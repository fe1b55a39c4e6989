using Predictors.Abstractions;

namespace ConstructionFaults;

public readonly struct NeverPollsEither : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => PollWindow.None;

    public void Observe(in IdleExit exit)
    {
    }
}
