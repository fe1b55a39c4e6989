namespace Predictors.Abstractions;

/// <summary>What a guest kernel knows when a vCPU's idle period ends.</summary>
/// <remarks>
/// Given to a predictor in the host's place, the same members speak of the vCPU thread: <see cref="IdleNs"/> is the
/// time from the HLT exit to the wake-up, polling included, and <see cref="HaltNs"/> the part in which the thread slept.
/// </remarks>
public readonly struct IdleExit
{
    // The runtime keeps a struct in registers only up to four fields: three bits share one.
    private const int CauseMask = 0xff;
    private const int CaughtBit = 0x100;
    private const int TaskRanBit = 0x200;

    private readonly int _bits;

    /// <summary>Tells how an idle period went.</summary>
    /// <param name="idleNs">See <see cref="IdleNs"/>.</param>
    /// <param name="polledNs">See <see cref="PolledNs"/>.</param>
    /// <param name="haltNs">See <see cref="HaltNs"/>.</param>
    /// <param name="caught">See <see cref="Caught"/>.</param>
    /// <param name="cause">See <see cref="Cause"/>.</param>
    /// <param name="taskRan">See <see cref="TaskRan"/>.</param>
    public IdleExit(long idleNs, long polledNs, long haltNs, bool caught, WakeCause cause, bool taskRan)
    {
        IdleNs = idleNs;
        PolledNs = polledNs;
        HaltNs = haltNs;
        _bits = (int)cause | (caught ? CaughtBit : 0) | (taskRan ? TaskRanBit : 0);
    }

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
    public bool Caught
    {
        get => (_bits & CaughtBit) != 0;
        init => _bits = value ? _bits | CaughtBit : _bits & ~CaughtBit;
    }

    /// <summary>What ended the idle period, or <see cref="WakeCause.Unknown"/>.</summary>
    public WakeCause Cause
    {
        get => (WakeCause)(_bits & CauseMask);
        init => _bits = (_bits & ~CauseMask) | ((int)value & CauseMask);
    }

    /// <summary>Whether the wake-up made a task run; true where the trace does not tell.</summary>
    public bool TaskRan
    {
        get => (_bits & TaskRanBit) != 0;
        init => _bits = value ? _bits | TaskRanBit : _bits & ~TaskRanBit;
    }
}
