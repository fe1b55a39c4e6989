namespace Predictors.IdlePath;

/// <summary>How the graph of a trace is made.</summary>
public sealed record ClosedLoopSettings
{
    /// <summary>
    /// The machine on which the trace was recorded. What its idle path took within the recorded busy periods (IPIs that a waker sent, the
    /// tick being restarted, and stopped where the recording shows it before the idle entry) is not the guest's work.
    /// </summary>
    public required IdlePathCosts RecordedOn { get; init; }

    /// <summary>Which timers move with the work that armed them.</summary>
    public TimerAssumption Timers { get; init; }

    /// <summary>
    /// Where the closed loop begins, in ns on the trace's clock; null begins it with the trace. What comes before is replayed in open loop
    /// and not scored.
    /// </summary>
    public long? FromNs { get; init; }
}
