using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A predictor whose decisions are written down as they are made: in closed loop those of all vCPUs are interleaved.</summary>
internal struct LoggedPredictor<TPredictor>(TPredictor inner, DecisionLog log) : IIdlePredictor
    where TPredictor : struct, IIdlePredictor
{
    private TPredictor _inner = inner;
    private IdleEntry _entry;
    private long _windowNs;

    public long PredictPollNs(in IdleEntry entry)
    {
        _entry = entry;
        _windowNs = _inner.PredictPollNs(in entry);
        return _windowNs;
    }

    public void Observe(in IdleExit exit)
    {
        log.Write(in _entry, _windowNs, in exit);
        _inner.Observe(in exit);
    }
}
