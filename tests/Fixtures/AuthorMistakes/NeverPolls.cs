using Predictors.Abstractions;

namespace AuthorMistakes;

public readonly struct NeverPolls : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => PollWindow.None;

    public void Observe(in IdleExit exit)
    {
    }
}
