using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>One idle period of a synthetic workload.</summary>
/// <param name="EntryNs">Idle entry, in ns.</param>
/// <param name="ArrivalNs">The arrival, which is the exit too: nothing takes any time on the machine that recorded it.</param>
/// <param name="Cause">What wakes the vCPU.</param>
internal readonly record struct SyntheticIdle(long EntryNs, long ArrivalNs, WakeCause Cause);
