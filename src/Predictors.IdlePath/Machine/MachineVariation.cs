using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What makes the wake-ups of a vCPU differ within their kind. Of the costs, what is here is what comes on top of the least.</summary>
/// <param name="costs">The machine.</param>
/// <param name="vcpu">The vCPU.</param>
internal sealed class MachineVariation(IdlePathCosts costs, int vcpu)
{
    private readonly MachineSetup _setup = costs.Setup;
    private readonly HostLoad _load = new(costs.Setup.HostLoadShare, costs.Setup.HostSliceNs);
    private PauseLoop _pauseLoop = new(costs.Modes.PauseLoopExitNs);
    private Luck _luck;
    private long _period = -1;
    private long _entryNs;
    private long _nextTimerNs;
    private long _lastSleepNs;

    /// <summary>Whether the poll begins with the tick stopped.</summary>
    public bool StopsTickBeforePoll => _setup.PollPlace == PollPlace.InHalt;

    /// <summary>An idle period begins. Returns the guest's poll window.</summary>
    public long Begin(in IdleSegment segment, in SegmentTimers timers, long windowNs, VariedSums sums)
    {
        _luck = new Luck(_setup.Seed, vcpu, ++_period);
        _entryNs = segment.EntryNs;
        bool known = timers.NextTimerNs != IdleEntry.UnknownNs;
        _nextTimerNs = known ? segment.EntryNs + timers.NextTimerNs
            : segment.Cause == WakeCause.Timer ? segment.EntryNs + segment.ArrivalNs
            : long.MaxValue;
        if (timers.Writes > 0)
        {
            sums.BusyTimerWrites += timers.Writes;
            sums.BusyTimerWriteExits += _setup.Timer == TimerPath.Exitless ? NearOf(timers.Writes, known ? timers.NextTimerNs : long.MaxValue) : timers.Writes;
        }

        return _setup.GuestPolls ? windowNs : 0;
    }

    /// <summary>The tick is stopped, so many ns after the entry: the deadline is the next timer.</summary>
    public long StopTickMoreNs(long afterEntryNs, VariedSums sums)
    {
        long moreNs = WriteMoreNs(_entryNs + afterEntryNs, _nextTimerNs, LuckOf.TickStop, sums);
        sums.TransitionNs += moreNs;
        return moreNs;
    }

    /// <summary>A deadline is written before a task runs, or after a timer expired where the tick is never stopped: it is the next tick.</summary>
    public long RestartMoreNs(long nowNs, VariedSums sums)
    {
        long moreNs = WriteMoreNs(nowNs, costs.NextTickNs(nowNs), LuckOf.TickRestart, sums);
        sums.OverheadNs += moreNs;
        return moreNs;
    }

    /// <summary>The guest polled. Returns how much of it was spent in exits, and how much longer the last of these takes.</summary>
    public (long WithinNs, long BeyondNs) GuestPolled(long pollNs, VariedSums sums)
    {
        SiblingOf(pollNs, sums);
        if (!_setup.PauseLoopExits)
        {
            return (0, 0);
        }

        (long exits, long withinNs, long beyondNs) = _pauseLoop.Poll(pollNs);
        sums.PauseLoopExits += exits;
        sums.TransitionNs += withinNs;
        return (withinNs, beyondNs);
    }

    /// <summary>The host polled.</summary>
    public void HostPolled(long pollNs, VariedSums sums) => SiblingOf(pollNs, sums);

    /// <summary>The HLT exit.</summary>
    public long HltExitMoreNs(VariedSums sums) => Step(costs.Curves.HltExit, LuckOf.HltExit, sums);

    /// <summary>The block.</summary>
    public long HostBlockMoreNs(VariedSums sums)
    {
        _pauseLoop.Reset();
        return Step(costs.Curves.HostBlock, LuckOf.HostBlock, sums);
    }

    /// <summary>How long the host may poll.</summary>
    public long PollCutNs() => _load.PollCutNs(_luck);

    /// <summary>How deep the pCPU slept; not at all where another task has it.</summary>
    public int Depth(long asleepNs)
    {
        long judgedByNs = _setup.Governor == HostGovernor.LastSleep ? _lastSleepNs : asleepNs;
        _lastSleepNs = asleepNs;
        return _load.RunQueueWaitNs(_luck) > 0 ? 0 : costs.SleepDepths.After(judgedByNs);
    }

    /// <summary>An IPI or a timer wakes a vCPU: on top of the signal's own time, before the host can do anything.</summary>
    public long SignalMoreNs(WakeCause cause, bool hostPolls, VariedSums sums)
    {
        if (!IdlePathCosts.IsRemote(cause) || _setup.Ipi != IpiPath.Exit)
        {
            return 0;
        }

        long moreNs = costs.Curves.IpiSend.At(_luck.Share(LuckOf.IpiSend), 0) - costs.Curves.IpiSend.LeastNs;
        sums.WakerIpiNs += moreNs;
        sums.OverheadNs += hostPolls ? moreNs : 0;
        return moreNs;
    }

    /// <summary>From the signal until the guest runs. Returns the time, and the part of it after the vCPU thread runs.</summary>
    public (long WokenNs, long ResumedNs) WakeMoreNs(int situation, long asleepNs, VariedSums sums)
    {
        long resumeNs = costs.Curves.ResumeMoreNs(_luck, asleepNs);
        if (situation < WakeKind.Blocked)
        {
            sums.OverheadNs += resumeNs;
            return (resumeNs, resumeNs);
        }

        long cpuNs = costs.Curves.WakeMoreNs(_luck, asleepNs);
        sums.OverheadNs += cpuNs;
        return (cpuNs + (asleepNs > 0 ? _load.RunQueueWaitNs(_luck) : 0), resumeNs);
    }

    /// <summary>A wake-up of a vCPU that has not halted.</summary>
    public long AwakeMoreNs(WakeCause cause, VariedSums sums)
    {
        long moreNs = costs.Curves.AwakeMoreNs(_luck, cause, _setup.Timer) + (_setup.IpisToPollers ? SignalMoreNs(cause, hostPolls: false, sums) : 0);
        sums.OverheadNs += moreNs;
        return moreNs;
    }

    private long WriteMoreNs(long nowNs, long deadlineNs, LuckOf of, VariedSums sums)
    {
        CostCurve write = costs.Curves.TimerWriteExit;
        if (_setup.Timer != TimerPath.Exitless)
        {
            return write.At(_luck.Share(of), 0) - write.LeastNs;
        }

        if (!costs.Scans.NeedsExit(nowNs, deadlineNs))
        {
            return 0;
        }

        sums.NearDeadlines++;
        return write.At(_luck.Share(of), 0);
    }

    private long Step(CostCurve step, LuckOf of, VariedSums sums)
    {
        long moreNs = step.At(_luck.Share(of), 0) - step.LeastNs;
        sums.TransitionNs += moreNs;
        return moreNs;
    }

    private void SiblingOf(long pollNs, VariedSums sums) => sums.SiblingNs += pollNs * _setup.SiblingSlowdownPercent / 100;

    /// <summary>How many of the writes at unknown instants of a busy period are too near: the share of the scan period that their lead leaves open.</summary>
    private long NearOf(int writes, long leadNs) => (long)((writes * Math.Max(0, 1 - ((double)leadNs / _setup.ScanPeriodNs))) + _luck.Share(LuckOf.BusyTimerWrites));
}
