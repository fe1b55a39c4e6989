namespace Predictors.IdlePath;

/// <summary>
/// What a replay sums on a machine whose wake-ups cost more than their kind tells: what comes on top of the kinds, by account, and what only
/// such a machine has.
/// </summary>
internal sealed class VariedSums
{
    /// <summary>Steps before an arrival, on top of their least cost.</summary>
    public long TransitionNs;

    /// <summary>CPU time after an arrival, on the vCPU's pCPU, on top of its least.</summary>
    public long OverheadNs;

    /// <summary>The wakers' IPIs, on top of their least cost.</summary>
    public long WakerIpiNs;

    /// <summary>Work that a hyperthread sibling lost while this vCPU polled.</summary>
    public long SiblingNs;

    /// <summary>Timer writes that had to exit although the path spares them.</summary>
    public long NearDeadlines;

    /// <summary>Timer writes of the recorded busy periods.</summary>
    public long BusyTimerWrites;

    /// <summary>Those of them that exit.</summary>
    public long BusyTimerWriteExits;

    /// <summary>Exits of the guest's poll loop.</summary>
    public long PauseLoopExits;

    /// <summary>Timer wake-ups: from the deadline until the guest has handled the expiry.</summary>
    public LatencyHistogram TimerLateness { get; } = new();

    /// <summary>What all wake-ups cost on top of their kinds, in ns of CPU.</summary>
    public long WasteNs => TransitionNs + OverheadNs + WakerIpiNs + SiblingNs;

    /// <summary>Adds another vCPU's sums.</summary>
    public void Add(VariedSums other)
    {
        TransitionNs += other.TransitionNs;
        OverheadNs += other.OverheadNs;
        WakerIpiNs += other.WakerIpiNs;
        SiblingNs += other.SiblingNs;
        NearDeadlines += other.NearDeadlines;
        BusyTimerWrites += other.BusyTimerWrites;
        BusyTimerWriteExits += other.BusyTimerWriteExits;
        PauseLoopExits += other.PauseLoopExits;
        TimerLateness.Add(other.TimerLateness);
    }
}
