using Predictors.Abstractions;

namespace Predictors.Plugins.Teo;

/// <summary>The rule of <c>drivers/cpuidle/governors/teo.c</c> as of Linux 6.14 to 6.19, written anew, over made-up states.</summary>
/// <remarks>
/// With the two states of a KVM guest the governor almost never polls, so the states are made up: target residencies of
/// 0, 5, 10, 20, 50, 100 and 200 us (<see cref="StateBins"/>). A state whose residency is below the cost of a halt polls
/// up to the residency of the next one (the last one, for the cost of a halt), the others halt at once. Kept: hits,
/// intercepts and their decay, the choice of a shallower state where intercepts prevail, the count of short idle lengths
/// (below 15 us) that spares the look at the timer, and the tick: it counts as stopped from a halt expected to last a
/// tick until a task has run, and then no state below a tick's length is taken for intercepts. Where the time to the next
/// timer is not known, no timer counts as armed. Not verified: that intercepts before the tick are counted where the idle
/// length is below it (a comment in the source against the test in one stored version; the comment is followed). Left
/// out because an idle period here is one piece: wake-ups by the tick itself, polls that ran out, limits by PM QoS; and because no
/// trace tells when the tick is due: the shallower state that ends before a tick which is kept.
/// </remarks>
public struct TeoPredictor : IIdlePredictor
{
    private const long ShortNs = 15_000;
    private const long NoTimerNs = long.MaxValue;

    private readonly long _haltCostNs;
    private readonly long _exitLatencyNs;
    private readonly long _tickNs;
    private StateBins _bins;
    private long _timerNs;
    private bool _tickStopped;

    /// <summary>Makes the predictor of one vCPU, as after the governor was switched on: all counts are 0.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="exitLatencyNs">The exit latency of the halt, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="tickNs">The length of a tick, in ns: 10^6 to <see cref="PollWindow.MaxNs"/>.</param>
    public TeoPredictor(long haltCostNs, long exitLatencyNs, long tickNs)
    {
        _haltCostNs = haltCostNs;
        _exitLatencyNs = exitLatencyNs;
        _tickNs = tickNs;
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        int state = State(entry.NextTimerNs);
        if (StateBins.ResidencyNs(state) < _haltCostNs)
        {
            return state + 1 < StateBins.Count ? StateBins.ResidencyNs(state + 1) : _haltCostNs;
        }

        // Where most wake-ups come before the tick, the kernel takes half a tick for the idle length and keeps it.
        _tickStopped |= _timerNs >= _tickNs && !_bins.TickInterceptsPrevail;
        return PollWindow.None;
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        long measuredNs = exit.IdleNs;
        long exitLatencyNs = exit.Caught ? 0 : _exitLatencyNs;
        bool isShort = measuredNs < exitLatencyNs;
        measuredNs = isShort ? measuredNs / 2 : measuredNs - (exitLatencyNs / 2);
        isShort |= measuredNs < ShortNs;
        _bins.Learn(_timerNs, measuredNs, isShort, beforeTick: measuredNs < _tickNs);
        _tickStopped &= !exit.TaskRan;
    }

    private int State(long nextTimerNs)
    {
        int state = _bins.Candidate(_tickStopped);
        _timerNs = NoTimerNs;
        if (StateBins.ResidencyNs(state) < ShortNs && _bins.ShortPrevail)
        {
            return state;
        }

        if (nextTimerNs >= 0)
        {
            _timerNs = nextTimerNs;
        }

        return Math.Min(state, StateBins.DeepestWithin(_timerNs));
    }
}
