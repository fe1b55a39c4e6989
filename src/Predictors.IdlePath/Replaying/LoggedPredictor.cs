using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A predictor whose decisions are written down.</summary>
internal struct LoggedPredictor<TPredictor>(TPredictor inner, DecisionLog log) : IIdlePredictor
    where TPredictor : struct, IIdlePredictor
{
    public TPredictor Inner = inner;

    private IdleEntry _entry;
    private long _windowNs;

    public long PredictPollNs(in IdleEntry entry)
    {
        _entry = entry;
        _windowNs = Inner.PredictPollNs(in entry);
        return _windowNs;
    }

    public void Observe(in IdleExit exit)
    {
        log.Write(in _entry, _windowNs, in exit);
        Inner.Observe(in exit);
    }
}
