using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>One row of a made-up trace.</summary>
internal readonly record struct IdlePeriod(
    long EntryNs, long ArrivalNs, long ExitNs, WakeCause Cause, SegmentFlags Flags, long NextTimerNs = IdleEntry.UnknownNs, int TimerWrites = 0)
{
    public long IdleNs => ArrivalNs - EntryNs;

    public bool TaskRan => (Flags & SegmentFlags.TaskRan) != 0;
}
