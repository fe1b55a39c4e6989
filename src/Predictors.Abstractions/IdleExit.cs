namespace Predictors.Abstractions;

/// <summary>What a guest kernel knows when a vCPU's idle period ends.</summary>
/// <remarks>
/// Given to a predictor in the host's place, the same members speak of the vCPU thread: <see cref="IdleNs"/> is the
/// time from the HLT exit to the wake-up, polling included, and <see cref="HaltNs"/> the part in which the thread slept.
/// </remarks>
public readonly struct IdleExit
{
    /// <summary>From idle entry to the instant at which the vCPU runs again, polling included, in ns.</summary>
    public long IdleNs { get; init; }

    /// <summary>How much of <see cref="IdleNs"/> was spent polling, in ns.</summary>
    public long PolledNs { get; init; }

    /// <summary>
    /// Residency of the halt alone, in ns: from leaving the poll to running again, the exit, the host's work and the
    /// re-entry included. 0 when the vCPU did not halt.
    /// </summary>
    public long HaltNs { get; init; }

    /// <summary>Whether the wake-up arrived while polling.</summary>
    public bool Caught { get; init; }

    /// <summary>What ended the idle period, or <see cref="WakeCause.Unknown"/>.</summary>
    public WakeCause Cause { get; init; }

    /// <summary>Whether the wake-up made a task run; true where the trace does not tell.</summary>
    public bool TaskRan { get; init; }
}
