namespace Predictors.IdlePath;

/// <summary>How a guest's timer reaches the hardware, and back.</summary>
public enum TimerPath
{
    /// <summary>A write of the deadline exits, and so does an expiry while the guest runs: a host timer on the vCPU's own pCPU.</summary>
    TscDeadline,

    /// <summary>The same with the VMX preemption timer while the guest runs: a shorter expiry, and a switch to a host timer at each halt.</summary>
    PreemptionTimer,

    /// <summary>A write exits; the timer expires on a housekeeping CPU, which posts the interrupt without an exit.</summary>
    PostedInterrupt,

    /// <summary>
    /// A write is a store into a page that an agent on a dedicated CPU scans; only a deadline before the next scan exits. The timer expires
    /// on the agent's CPU, which posts the interrupt without an exit.
    /// </summary>
    Exitless,
}
