using Predictors.Abstractions;

namespace ClassPredictors;

internal sealed class LastIdle : IIdlePredictor
{
    private long _lastNs;

    public long PredictPollNs(in IdleEntry entry) => _lastNs;

    public void Observe(in IdleExit exit) => _lastNs = exit.IdleNs;
}
