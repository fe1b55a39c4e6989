using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>An idle segment of a generated trace. Times are in ns from the trace's beginning.</summary>
/// <param name="EntryNs">Idle entry.</param>
/// <param name="ArrivalNs">The wake-up event.</param>
/// <param name="ExitNs">Idle exit.</param>
/// <param name="Cause">What woke it.</param>
internal readonly record struct GeneratedSegment(long EntryNs, long ArrivalNs, long ExitNs, WakeCause Cause)
{
    public int WakerVcpu { get; init; } = -1;

    public long WakerNs { get; init; } = IdleEntry.UnknownNs;

    public long NextTimerNs { get; init; } = IdleEntry.UnknownNs;

    public int TimerWrites { get; init; }

    /// <summary>The length of time between entry and arrival.</summary>
    public long IdleNs => ArrivalNs - EntryNs;
}
