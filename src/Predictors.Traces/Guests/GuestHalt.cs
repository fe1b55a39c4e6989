namespace Predictors.Traces;

/// <summary>A halt of a vCPU and what was seen during it.</summary>
/// <param name="entryNs">When it began.</param>
internal struct GuestHalt(long entryNs)
{
    /// <summary>When the vCPU halted.</summary>
    public long EntryNs = entryNs;

    /// <summary>When the guest ran again, or where that is not recorded, when its thread noticed the wake-up.</summary>
    public long ExitNs = -1;

    /// <summary>When the thread noticed the wake-up; -1 where that was not recorded.</summary>
    public long WokenNs = -1;

    /// <summary>Whether the host was polling then.</summary>
    public bool Polled;

    /// <summary>The first interrupt that somebody else injected.</summary>
    public Injection Accepted = Injection.None;

    /// <summary>The first wake-up of the thread.</summary>
    public Injection Waking = Injection.None;

    /// <summary>Whether the thread itself injected an interrupt when it had been woken: its timer's.</summary>
    public bool OwnTimer;
}
