using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>One idle segment as the idle path sees it. Four fields: that many the runtime keeps in registers.</summary>
/// <param name="entryNs">Idle entry on the trace's clock.</param>
/// <param name="arrivalNs">The arrival of the wake-up, counted from the entry.</param>
/// <param name="cause">The wake cause.</param>
/// <param name="flags">What else is known.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct IdleSegment(long entryNs, long arrivalNs, WakeCause cause, SegmentFlags flags)
{
    public readonly long EntryNs = entryNs;
    public readonly long ArrivalNs = arrivalNs;
    public readonly WakeCause Cause = cause;
    public readonly SegmentFlags Flags = flags;

    public bool TaskRan => (Flags & SegmentFlags.TaskRan) != 0;
}
