namespace Predictors.IdlePath;

/// <summary>What the wake-ups of a trace hang on in closed loop: how much of the graph the trace tells.</summary>
public sealed record DependencyCounts
{
    /// <summary>On another vCPU's progress.</summary>
    public required long Vcpu { get; init; }

    /// <summary>On the instant at which a timer was armed.</summary>
    public required long RelativeTimer { get; init; }

    /// <summary>On a timer that stays where it was recorded.</summary>
    public required long AbsoluteTimer { get; init; }

    /// <summary>On the tick.</summary>
    public required long Tick { get; init; }

    /// <summary>On a device, or on a waker whose place in the graph is not known.</summary>
    public required long Outside { get; init; }

    /// <summary>On what the trace does not tell.</summary>
    public required long Unknown { get; init; }

    /// <summary>Of those outside: the waker's or the arming instant does not lie before the wake-up in recorded order, so that it would close a circle.</summary>
    public required long NotBackward { get; init; }

    /// <summary>
    /// Of those outside: at the waker's or the arming instant that vCPU was idle and not yet woken, or in a part that was not recorded.
    /// </summary>
    public required long NotInWork { get; init; }

    /// <summary>
    /// The part of the recording machine's own overhead that did not fit into the recorded busy periods, in ns: there the machine of the
    /// recording was faster than it is said to be.
    /// </summary>
    public required long UnfitOverheadNs { get; init; }

    /// <summary>All wake-ups.</summary>
    public long Total => Vcpu + RelativeTimer + AbsoluteTimer + Tick + Outside + Unknown;
}
