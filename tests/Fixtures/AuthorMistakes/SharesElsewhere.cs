using Predictors.Abstractions;

namespace AuthorMistakes;

public readonly struct SharesElsewhere : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => Elsewhere.LastNs;

    public void Observe(in IdleExit exit) => Elsewhere.LastNs = exit.IdleNs;
}
