using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>What ended an idle segment.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="ArrivalNs">The arrival, in ns.</param>
/// <param name="How">Whether the arrival was measured or estimated; none of the two where it is unknown.</param>
/// <param name="Waker">Who caused it.</param>
internal readonly record struct WakeUp(WakeCause Cause, long ArrivalNs, SegmentFlags How, Waker Waker);
