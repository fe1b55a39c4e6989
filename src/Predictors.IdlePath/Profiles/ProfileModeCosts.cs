namespace Predictors.IdlePath;

/// <summary>Costs that only some setups of a machine have: constants, each of which may be missing. Then another cost stands in, and the output says so.</summary>
public sealed record ProfileModeCosts
{
    /// <summary>The expiry of the VMX preemption timer while the guest runs: exit and entry, without the injection. Missing: <c>timerExpiryExit</c>.</summary>
    public ProfileCost? PreemptionExpiryExit { get; init; }

    /// <summary>The switch from the preemption timer to a host timer at a halt, and back at the entry: each. Missing: nothing.</summary>
    public ProfileCost? PreemptionSwitch { get; init; }

    /// <summary>
    /// A timer expires on another CPU: until the posted interrupt is there, or the blocked vCPU's pCPU knows; CPU time on the CPU that posts it.
    /// Missing: <c>ipiSend</c>.
    /// </summary>
    public ProfileCost? PostedInterrupt { get; init; }

    /// <summary>The guest stores its deadline into the shared page and reads the next sync time. Missing: <c>storeWake</c>.</summary>
    public ProfileCost? SharedPageStore { get; init; }

    /// <summary>An IPI on the host's fast path with a posted interrupt: as <c>ipiSend</c>. Missing: <c>ipiSend</c>.</summary>
    public ProfileCost? IpiPosted { get; init; }

    /// <summary>An IPI with IPI virtualization: latency until it is delivered. Missing: <c>ipiSend</c>.</summary>
    public ProfileCost? IpiVirtualized { get; init; }

    /// <summary>The same on the waker's side: CPU time. Missing: <c>storeWake</c>.</summary>
    public ProfileCost? IpiVirtualizedSend { get; init; }

    /// <summary>An exit of a PAUSE loop, and the entry. Missing: <c>timerExpiryExit</c>.</summary>
    public ProfileCost? PauseLoopExit { get; init; }
}
