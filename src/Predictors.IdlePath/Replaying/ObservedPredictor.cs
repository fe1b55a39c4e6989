using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A predictor that remembers its last decision and what came of it, for an observer.</summary>
internal struct ObservedPredictor<TPredictor>(TPredictor inner) : IIdlePredictor
    where TPredictor : struct, IIdlePredictor
{
    public TPredictor Inner = inner;

    public IdleEntry Entry { get; private set; }

    public long WindowNs { get; private set; }

    public IdleExit Exit { get; private set; }

    public long PredictPollNs(in IdleEntry entry)
    {
        Entry = entry;
        WindowNs = Inner.PredictPollNs(in entry);
        return WindowNs;
    }

    public void Observe(in IdleExit exit)
    {
        Exit = exit;
        Inner.Observe(in exit);
    }
}
