using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What is known of the timers of an idle segment.</summary>
/// <param name="nextTimerNs">Time from the entry to the next armed timer, in ns, or <see cref="IdleEntry.UnknownNs"/>.</param>
/// <param name="writes">Timer programmings since the segment before: 0 where the trace does not tell.</param>
internal readonly struct SegmentTimers(long nextTimerNs, int writes)
{
    public readonly long NextTimerNs = nextTimerNs;
    public readonly int Writes = writes;

    /// <summary>Nothing is known.</summary>
    public static SegmentTimers Unknown => new(IdleEntry.UnknownNs, 0);
}
