using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>Never polls; fails at the end of its good idle periods.</summary>
internal struct Faulty(string call, long windowNs, int goodPeriods) : IIdlePredictor
{
    private int _asked;

    public long PredictPollNs(in IdleEntry entry)
    {
        bool fails = ++_asked > goodPeriods;
        return fails && call == nameof(PredictPollNs) ? throw new InvalidOperationException("no idea")
            : fails && call.Length == 0 ? windowNs
            : PollWindow.None;
    }

    public readonly void Observe(in IdleExit exit)
    {
        if (_asked > goodPeriods && call == nameof(Observe))
        {
            throw new InvalidOperationException("no idea");
        }
    }
}
