using Predictors.Abstractions;

namespace AuthorMistakes;

internal sealed class ClassRule : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => PollWindow.None;

    public void Observe(in IdleExit exit)
    {
    }
}
