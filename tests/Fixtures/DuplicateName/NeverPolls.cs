using Predictors.Abstractions;

namespace DuplicateName;

public readonly struct NeverPolls : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => PollWindow.None;

    public void Observe(in IdleExit exit)
    {
    }
}
