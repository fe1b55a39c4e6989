using Predictors.Abstractions;

namespace AuthorMistakes;

public readonly struct SharesField : IIdlePredictor
{
    private static long s_lastNs;

    public long PredictPollNs(in IdleEntry entry) => s_lastNs;

    public void Observe(in IdleExit exit) => s_lastNs = exit.IdleNs;
}
