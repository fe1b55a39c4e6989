using Predictors.Abstractions;

namespace RunTimeFaults;

/// <summary>Behaves for a few idle periods, then not.</summary>
public struct Faulty(string call, long windowNs) : IIdlePredictor
{
    private const int GoodPeriods = 3;

    private int _periods;

    public long PredictPollNs(in IdleEntry entry)
    {
        if (++_periods <= GoodPeriods)
        {
            return PollWindow.None;
        }

        return call == nameof(PredictPollNs) ? throw new InvalidOperationException("thrown in PredictPollNs") : windowNs;
    }

    public readonly void Observe(in IdleExit exit)
    {
        if (call == nameof(Observe) && _periods > GoodPeriods)
        {
            throw new InvalidOperationException("thrown in\nObserve");
        }
    }
}
