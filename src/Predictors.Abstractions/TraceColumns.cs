namespace Predictors.Abstractions;

/// <summary>
/// The optional columns of a wake-up trace. A trace declares those that it carries and a predictor those that it needs;
/// vCPU, entry and exit are always there.
/// </summary>
[Flags]
public enum TraceColumns
{
    /// <summary>Only vCPU, entry and exit.</summary>
    None = 0,

    /// <summary>The instant of the wake-up event, apart from the recorded exit.</summary>
    Arrival = 1,

    /// <summary>The wake cause.</summary>
    Cause = 2,

    /// <summary>The vCPU that caused the wake-up, and the instant at which it did.</summary>
    Waker = 4,

    /// <summary>Time from idle entry to the next armed timer.</summary>
    NextTimer = 8,

    /// <summary>Whether a task ran after the idle segment.</summary>
    TaskRan = 16,

    /// <summary>How often the vCPU programmed its timer since the segment before.</summary>
    TimerWrites = 32,

    /// <summary>The idle state that the recording kernel chose.</summary>
    State = 64,

    /// <summary>The poll window that the recording kernel chose.</summary>
    RecordedWindow = 128,

    /// <summary>Which timer ended the segment: whether it was the tick, and when, where and for how long it was armed.</summary>
    ArmedTimer = 256,
}
