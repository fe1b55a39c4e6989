namespace Predictors.Traces;

/// <summary>What is known of one idle segment, packed into a byte.</summary>
[Flags]
public enum SegmentFlags : byte
{
    /// <summary>Nothing: no task ran afterwards, the arrival is unknown.</summary>
    None = 0,

    /// <summary>A task ran after the segment. Set on every segment of a trace without the column.</summary>
    TaskRan = 1,

    /// <summary>
    /// What happened between the previous segment of this vCPU and this one is not known (lost events): that time is
    /// neither busy nor idle.
    /// </summary>
    AfterGap = 2,

    /// <summary>The arrival was recorded: the waker's own stamp, or the expiry that a timer was programmed for.</summary>
    ArrivalMeasured = 4,

    /// <summary>The arrival was estimated: the first interrupt taken inside the segment.</summary>
    ArrivalEstimated = 8,

    /// <summary>The timer that ended the segment was the tick; told by <see cref="Abstractions.TraceColumns.ArmedTimer"/>.</summary>
    Tick = 16,

    /// <summary>The timer that ended the segment was armed for a length of time, not for an instant; told by the same column.</summary>
    RelativeTimer = 32,
}
