namespace Predictors.IdlePath;

/// <summary>
/// Where the time went, summed over the vCPUs of a run, in ns. Every nanosecond of the scored span is in exactly one
/// account of the time line; what follows an arrival and what others bear is kept apart.
/// </summary>
public sealed record IdleAccounts
{
    /// <summary>Time line: the guest worked, as recorded.</summary>
    public long BusyNs { get; init; }

    /// <summary>Time line: the guest polled and the wake-up came.</summary>
    public long GuestPollCaughtNs { get; init; }

    /// <summary>Time line: the guest polled in vain.</summary>
    public long GuestPollFailedNs { get; init; }

    /// <summary>Time line: decisions, timer writes, exits and blocking, up to the arrival.</summary>
    public long TransitionNs { get; init; }

    /// <summary>Time line: the host polled and the wake-up came.</summary>
    public long HostPollCaughtNs { get; init; }

    /// <summary>Time line: the host polled in vain.</summary>
    public long HostPollFailedNs { get; init; }

    /// <summary>Time line: the vCPU slept; the pCPU was free.</summary>
    public long BlockedNs { get; init; }

    /// <summary>Time line: from the arrival to the recorded idle exit: the recording machine's own wake-up.</summary>
    public long RecordedWakeUpNs { get; init; }

    /// <summary>
    /// Time line: not known: before a vCPU's first idle period, after its last one, around lost events, and where the scoring began later
    /// than the trace.
    /// </summary>
    public long UncoveredNs { get; init; }

    /// <summary>After the arrival: CPU time of exits, block, wake-up, injection, timer writes and store, on the vCPU's pCPU.</summary>
    public long WakeUpOverheadNs { get; init; }

    /// <summary>Borne elsewhere: the wakers' IPIs.</summary>
    public long WakerIpiNs { get; init; }

    /// <summary>Borne elsewhere: timers that expired on a housekeeping CPU.</summary>
    public long HousekeepingNs { get; init; }

    /// <summary>Borne elsewhere: work that hyperthread siblings lost while the guest or the host polled.</summary>
    public long SiblingNs { get; init; }

    /// <summary>Borne elsewhere: this run's share of the CPU that the exitless timer's agent burns.</summary>
    public long AgentNs { get; init; }

    /// <summary>The sum of the time line: span x vCPUs.</summary>
    public long TimeLineNs =>
        BusyNs + GuestPollCaughtNs + GuestPollFailedNs + TransitionNs + HostPollCaughtNs + HostPollFailedNs + BlockedNs
        + RecordedWakeUpNs + UncoveredNs;

    /// <summary>Both poll accounts of the guest.</summary>
    public long GuestPollNs => GuestPollCaughtNs + GuestPollFailedNs;

    /// <summary>Both poll accounts of the host.</summary>
    public long HostPollNs => HostPollCaughtNs + HostPollFailedNs;

    /// <summary>Transitions before and overhead after the arrivals.</summary>
    public long OverheadNs => TransitionNs + WakeUpOverheadNs;

    /// <summary>What is borne elsewhere.</summary>
    public long ElsewhereNs => WakerIpiNs + HousekeepingNs + SiblingNs + AgentNs;

    /// <summary>CPU waste: pCPU time burnt by the idle path and not by the guest's work.</summary>
    public long WasteNs => GuestPollNs + HostPollNs + OverheadNs + ElsewhereNs;
}
