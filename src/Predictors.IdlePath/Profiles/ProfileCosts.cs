namespace Predictors.IdlePath;

/// <summary>The costs of a machine profile; each is CPU time and latency at once unless it says otherwise.</summary>
public sealed record ProfileCosts
{
    /// <summary>One PAUSE of the guest's poll loop: the loop sees need-resched once in this time.</summary>
    public required ProfileCost Pause { get; init; }

    /// <summary>The time between two looks at the clock in the guest's poll loop: a poll ends at a multiple of it.</summary>
    public required ProfileCost PollClockCheck { get; init; }

    /// <summary>From a remote store until the polling guest has left its loop, beside the wait for the next PAUSE.</summary>
    public required ProfileCost StoreWake { get; init; }

    /// <summary>A write of the timer deadline by the guest: exit, handling, entry. The tick is stopped and restarted by one each.</summary>
    public required ProfileCost TimerWriteExit { get; init; }

    /// <summary>The expiry of a timer while the guest runs: exit and entry, without the injection.</summary>
    public required ProfileCost TimerExpiryExit { get; init; }

    /// <summary>From HLT to the host having handled the exit.</summary>
    public required ProfileCost HltExit { get; init; }

    /// <summary>From the host's decision to run the vCPU until the guest runs.</summary>
    public required ProfileCost GuestEntry { get; init; }

    /// <summary>The host schedules the vCPU thread out.</summary>
    public required ProfileCost HostBlock { get; init; }

    /// <summary>The host wakes the vCPU thread and schedules it in.</summary>
    public required ProfileCost HostWake { get; init; }

    /// <summary>An IPI from one vCPU to another: CPU time on the waker's side, and latency until it is delivered.</summary>
    public required ProfileCost IpiSend { get; init; }

    /// <summary>The interrupt is injected and its handler has run.</summary>
    public required ProfileCost Inject { get; init; }
}
