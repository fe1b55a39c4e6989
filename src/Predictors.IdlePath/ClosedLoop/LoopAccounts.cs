namespace Predictors.IdlePath;

/// <summary>What a closed loop sums beside the idle path's own tally; times in ns.</summary>
internal struct LoopAccounts
{
    /// <summary>Work of the guest.</summary>
    public long BusyNs;

    /// <summary>Before the first idle entry, parts that were not recorded, and after the last work.</summary>
    public long UncoveredNs;

    /// <summary>From arrivals until the task ran, or until the interrupt was handled where none did.</summary>
    public long WakeUpNs;

    /// <summary>IPIs on the wakers' time lines.</summary>
    public long WakerIpiNs;

    /// <summary>Wake-ups that found their vCPU at work: it went on without going idle.</summary>
    public long AtWork;

    /// <summary>How long these waited for the work before them.</summary>
    public long AtWorkWaitNs;

    public void Add(in LoopAccounts other)
    {
        BusyNs += other.BusyNs;
        UncoveredNs += other.UncoveredNs;
        WakeUpNs += other.WakeUpNs;
        WakerIpiNs += other.WakerIpiNs;
        AtWork += other.AtWork;
        AtWorkWaitNs += other.AtWorkWaitNs;
    }
}
