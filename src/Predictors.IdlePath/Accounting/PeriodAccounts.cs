namespace Predictors.IdlePath;

/// <summary>
/// Where the time of one idle period went, in ns. What lies before the arrival adds up to the time from the entry to the arrival; summed
/// over the scored periods each account is that of <see cref="IdleAccounts"/>.
/// </summary>
public readonly record struct PeriodAccounts
{
    /// <summary>Before the arrival: the guest polled and the wake-up came.</summary>
    public required long GuestPollCaughtNs { get; init; }

    /// <summary>Before the arrival: the guest polled in vain.</summary>
    public required long GuestPollFailedNs { get; init; }

    /// <summary>Before the arrival: decision, timer write, exit and blocking.</summary>
    public required long TransitionNs { get; init; }

    /// <summary>Before the arrival: the host polled and the wake-up came.</summary>
    public required long HostPollCaughtNs { get; init; }

    /// <summary>Before the arrival: the host polled in vain.</summary>
    public required long HostPollFailedNs { get; init; }

    /// <summary>Before the arrival: the vCPU thread slept; the pCPU was free.</summary>
    public required long BlockedNs { get; init; }

    /// <summary>After the arrival: CPU time of exits, block, wake-up, injection, timer writes and store, on the vCPU's pCPU.</summary>
    public required long WakeUpOverheadNs { get; init; }

    /// <summary>Borne elsewhere: the waker's IPI.</summary>
    public required long WakerIpiNs { get; init; }

    /// <summary>Borne elsewhere: the timer expired on a housekeeping CPU.</summary>
    public required long HousekeepingNs { get; init; }

    /// <summary>Borne elsewhere: work that a hyperthread sibling lost.</summary>
    public required long SiblingNs { get; init; }
}
