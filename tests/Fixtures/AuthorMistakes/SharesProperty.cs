using Predictors.Abstractions;

namespace AuthorMistakes;

public readonly struct SharesProperty : IIdlePredictor
{
    private static long LastNs { get; set; }

    public long PredictPollNs(in IdleEntry entry) => LastNs;

    public void Observe(in IdleExit exit) => LastNs = exit.IdleNs;
}
