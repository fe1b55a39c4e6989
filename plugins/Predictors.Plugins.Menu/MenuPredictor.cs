using Predictors.Abstractions;

namespace Predictors.Plugins.Menu;

/// <summary>The prediction of <c>drivers/cpuidle/governors/menu.c</c>, Linux 6.12, written anew, and a window from it.</summary>
/// <remarks>
/// The prediction is the smaller of the typical interval of the last eight lengths and the time to the next timer times
/// the correction factor of its bucket; the timer is looked at only where the typical interval is above 15 us or the tick
/// is stopped. The kernel picks an idle state by it, and with a halt state of 1 us residency nearly never the poll state;
/// here the window is the cost of a halt where the prediction is no longer than that, else 0. The tick counts as stopped
/// from a halt with a prediction of a tick or more until a task has run. Where the time to the next timer is not known,
/// no timer counts as armed. Left out because an idle period here is one piece: lengths of 45 ms after a wake-up by the
/// tick itself, the time to the timer as length after a poll that ran out, and limits by PM QoS.
/// </remarks>
public struct MenuPredictor : IIdlePredictor
{
    private const long ResidencyThresholdNs = 15_000;
    private const long NsPerUs = 1_000;

    private readonly long _haltCostNs;
    private readonly long _exitLatencyNs;
    private readonly long _tickNs;
    private RecentIntervals _intervals;
    private CorrectionFactors _factors;
    private long _timerNs;
    private bool _tickStopped;

    /// <summary>Makes the predictor of one vCPU, as after the governor was switched on.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="exitLatencyNs">The exit latency of the halt state, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="tickNs">The length of a tick, in ns: 1000 to <see cref="PollWindow.MaxNs"/>.</param>
    public MenuPredictor(long haltCostNs, long exitLatencyNs, long tickNs)
    {
        _haltCostNs = haltCostNs;
        _exitLatencyNs = exitLatencyNs;
        _tickNs = tickNs;
        _factors = CorrectionFactors.Unity();
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        long predictedNs = PredictedNs(entry.NextTimerNs);
        if (predictedNs <= _haltCostNs)
        {
            return _haltCostNs;
        }

        _tickStopped |= predictedNs >= _tickNs;
        return PollWindow.None;
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        long measuredNs = Math.Min(MeasuredNs(in exit), _timerNs);
        _factors.Learn(_timerNs, measuredNs);
        _intervals.Add(measuredNs / NsPerUs);
        _tickStopped &= !exit.TaskRan;
    }

    private long PredictedNs(long nextTimerNs)
    {
        long typicalUs = _intervals.TypicalUs();
        long typicalNs = typicalUs == RecentIntervals.None ? CorrectionFactors.NoTimerNs : typicalUs * NsPerUs;
        _timerNs = CorrectionFactors.NoTimerNs;
        if (typicalNs <= ResidencyThresholdNs && !_tickStopped)
        {
            return typicalNs;
        }

        if (nextTimerNs >= 0)
        {
            _timerNs = Math.Min(nextTimerNs, PollWindow.MaxNs);
        }

        long predictedNs = Math.Min(_factors.CorrectedNs(_timerNs), typicalNs);
        return _tickStopped && predictedNs < _tickNs ? _timerNs : predictedNs;
    }

    private readonly long MeasuredNs(in IdleExit exit)
    {
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        if (exit.Caught)
        {
            return idleNs;
        }

        return idleNs > 2 * _exitLatencyNs ? idleNs - _exitLatencyNs : idleNs / 2;
    }
}
