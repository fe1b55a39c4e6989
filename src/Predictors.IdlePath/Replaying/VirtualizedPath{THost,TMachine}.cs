using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// The idle path of a vCPU under KVM: guest poll, tick stop, HLT exit, host poll, block, wake-up, injection, tick restart.
/// An arrival in the middle of a step waits for the step to end; steps that have not begun are left out.
/// </summary>
/// <typeparam name="THost">The rule of the host's halt polling.</typeparam>
/// <typeparam name="TMachine">Whether wake-ups differ within their kind.</typeparam>
/// <param name="costs">The machine.</param>
/// <param name="decisionNs">What a decision of the guest's predictor costs, in ns.</param>
/// <param name="host">The host's halt polling of this vCPU.</param>
/// <param name="variation">What makes the wake-ups of this vCPU differ within their kind; null where they do not.</param>
/// <param name="tally">Where everything is booked.</param>
internal partial struct VirtualizedPath<THost, TMachine>(
    IdlePathCosts costs, long decisionNs, HostPolling<THost> host, MachineVariation? variation, Tally tally)
    : IVcpuPath<VirtualizedPath<THost, TMachine>>
    where THost : struct, IIdlePredictor
    where TMachine : struct, IMachineKind
{
    // What the loop needs of the costs lies beside what it writes: one less pointer to follow.
    private readonly SleepDepths _sleepDepths = costs.SleepDepths;
    private readonly long[] _wokenNs = costs.WokenNs;
    private readonly long _timerWriteNs = costs.TimerWriteNs;
    private readonly long _hltExitNs = costs.HltExitNs;
    private readonly long _hostBlockNs = costs.HostBlockNs;

    private Tally _tally = tally;
    private HostPolling<THost> _host = host;
    private PollClock _pollClock = costs.PollClock;

    public static bool ReadsTimers => TMachine.Varies;

    [UnscopedRef]
    public ref Tally Tally => ref _tally;

    public static VirtualizedPath<THost, TMachine> Create(PathPlan plan, int vcpu, Tally tally)
    {
        string name = plan.Host?.Factory.Description.Name ?? string.Empty;
        THost rule = plan.Host is null ? default : PathPlan.Make<THost>(plan.Host, vcpu, $"the host's rule {name} ");
        MachineVariation? variation = TMachine.Varies ? new MachineVariation(plan.Costs, vcpu) : null;
        return new(plan.Costs, plan.DecisionNs, new HostPolling<THost>(rule, vcpu, name), variation, tally);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IdleExit Pass(in IdleSegment segment, in SegmentTimers timers, long windowNs)
    {
        long arrivalNs = segment.ArrivalNs;
        long pollFromNs = decisionNs;
        if (TMachine.Varies)
        {
            windowNs = variation!.Begin(in segment, in timers, windowNs, _tally.Varied!);
            if (variation.StopsTickBeforePoll && arrivalNs > pollFromNs)
            {
                pollFromNs += StopTick(pollFromNs);
            }
        }

        long pollNs = _pollClock.PollNs(windowNs);
        long haltNs = pollFromNs + pollNs;
        if (arrivalNs <= haltNs && windowNs > 0)
        {
            long lateNs = Math.Max(0, pollFromNs - arrivalNs);
            pollNs = arrivalNs + lateNs - pollFromNs;
            _tally.GuestPollCaughtNs += pollNs;
            int kind = Book(WakeKind.Caught, segment.Cause, segment.Flags, _tally.TickStopped);
            long extraNs = TMachine.Varies ? CatchVaried(kind, in segment, pollNs, lateNs)
                : IdlePathCosts.IsRemote(segment.Cause) ? WaitForPause(kind, pollNs, lateNs)
                : lateNs > 0 ? Late(kind, lateNs)
                : 0;
            return new IdleExit(arrivalNs + WokenNs(kind) + extraNs, pollNs, 0, caught: true, segment.Cause, segment.TaskRan);
        }

        _tally.GuestPollFailedNs += pollNs;
        if (TMachine.Varies)
        {
            _tally.GuestPollFailedNs -= variation!.GuestPolled(pollNs, _tally.Varied!).WithinNs;
        }

        if (arrivalNs > haltNs)
        {
            haltNs += StopTick(haltNs);
        }

        if (arrivalNs <= haltNs)
        {
            long wokenNs = Abandon(in segment, haltNs - arrivalNs);
            return new IdleExit(arrivalNs + wokenNs, pollNs, 0, caught: false, segment.Cause, segment.TaskRan);
        }

        long ranNs = arrivalNs + Halt(in segment, haltNs);
        return new IdleExit(ranNs, pollNs, ranNs - haltNs, caught: false, segment.Cause, segment.TaskRan);
    }

    /// <summary>The tick is stopped unless it is already. Returns the time that takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StopTick(long afterEntryNs)
    {
        if (TMachine.Varies)
        {
            return StopTickVaried(afterEntryNs);
        }

        long ns = _tally.TickStopped == 0 ? _timerWriteNs : 0;
        _tally.TickStopped = 1;
        return ns;
    }

    /// <summary>The wake-up came before the halt. Returns the time from the arrival until the guest runs.</summary>
    private long Abandon(in IdleSegment segment, long lateNs)
    {
        int kind = Book(WakeKind.Abandoned, segment.Cause, segment.Flags, _tally.TickStopped);
        return WokenNs(kind) + (TMachine.Varies ? Settle(kind, in segment, lateNs, 0, 0).ExtraNs : Late(kind, lateNs));
    }

    /// <summary>The vCPU halts. Returns the time from the arrival until the guest runs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="haltNs">When it halts, counted from the entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Halt(in IdleSegment segment, long haltNs)
    {
        long waitedNs = segment.ArrivalNs - haltNs - _hltExitNs;
        if (TMachine.Varies)
        {
            waitedNs -= variation!.HltExitMoreNs(_tally.Varied!);
        }

        if (waitedNs <= 0)
        {
            return HaltLate(WakeKind.Exiting, in segment, -waitedNs).WokenNs;
        }

        if (typeof(THost) == typeof(NoHostPolling))
        {
            return Block(in segment, waitedNs).WokenNs;
        }

        long windowNs = _host.Begin(segment.EntryNs + segment.ArrivalNs - waitedNs);
        if (TMachine.Varies)
        {
            windowNs = Math.Min(windowNs, variation!.PollCutNs());
        }

        bool caught = waitedNs <= windowNs;
        (long WokenNs, long ResumedNs) woken;
        if (caught)
        {
            _tally.HostPollCaughtNs += waitedNs;
            woken = HostCatch(in segment, waitedNs);
        }
        else
        {
            _tally.HostPollFailedNs += windowNs;
            if (TMachine.Varies)
            {
                variation!.HostPolled(windowNs, _tally.Varied!);
            }

            woken = Block(in segment, waitedNs - windowNs);
        }

        _host.End(in segment, waitedNs, windowNs, woken.WokenNs - costs.ResumeNs - woken.ResumedNs, caught);
        return woken.WokenNs;
    }

    /// <summary>The host polls at the arrival. Returns the time until the guest runs, and what of it lies after the thread runs on top of the least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (long WokenNs, long ResumedNs) HostCatch(in IdleSegment segment, long waitedNs)
    {
        int kind = Book(WakeKind.HostCaught, segment.Cause, segment.Flags, TickStopped);
        if (TMachine.Varies)
        {
            variation!.HostPolled(waitedNs, _tally.Varied!);
            (long extraNs, long resumedNs) = Settle(kind, in segment, 0, 0, 0);
            return (WokenNs(kind) + extraNs, resumedNs);
        }

        return (WokenNs(kind), 0);
    }

    /// <summary>The vCPU thread blocks. Returns as <see cref="HostCatch"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (long WokenNs, long ResumedNs) Block(in IdleSegment segment, long waitedNs)
    {
        long asleepNs = waitedNs - _hostBlockNs;
        if (TMachine.Varies)
        {
            asleepNs -= variation!.HostBlockMoreNs(_tally.Varied!);
        }

        if (asleepNs < 0)
        {
            return HaltLate(WakeKind.Blocked, in segment, -asleepNs);
        }

        _tally.BlockedNs += asleepNs;
        int depth = TMachine.Varies ? variation!.Depth(asleepNs) : _sleepDepths.After(asleepNs);
        int kind = Book(WakeKind.Blocked + depth, segment.Cause, segment.Flags, TickStopped);
        if (TMachine.Varies)
        {
            (long extraNs, long resumedNs) = Settle(kind, in segment, 0, 0, asleepNs);
            return (WokenNs(kind) + extraNs, resumedNs);
        }

        return (WokenNs(kind), 0);
    }

    /// <summary>A step of the halt was under way at the arrival; the signal took its time meanwhile.</summary>
    private (long WokenNs, long ResumedNs) HaltLate(int situation, in IdleSegment segment, long lateNs)
    {
        int kind = Book(situation, segment.Cause, segment.Flags, TickStopped);
        if (TMachine.Varies)
        {
            (long moreNs, long resumedNs) = Settle(kind, in segment, lateNs, 0, 0);
            return (WokenNs(kind) + moreNs, resumedNs);
        }

        _tally.LateNs += lateNs;
        long extraNs = Math.Max(0, lateNs - costs.SignalNs(segment.Cause));
        Exceed(kind, extraNs);
        return (WokenNs(kind) + extraNs, 0);
    }

    /// <summary>Whether a vCPU that has halted finds its tick stopped (1) or running (0).</summary>
    private readonly int TickStopped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TMachine.Varies ? _tally.TickStopped : 1;
    }

    /// <summary>Counts a wake-up. A task that runs finds the tick restarted. Returns the kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Book(int situation, WakeCause cause, SegmentFlags flags, int tickStopped)
    {
        int ran = (int)(flags & SegmentFlags.TaskRan);
        int kind = WakeKind.Of(situation, ran + (ran & tickStopped), cause);
        _tally.TickStopped = tickStopped & ~ran;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_tally.Kinds), kind)++;
        return kind;
    }

    /// <summary>From the arrival until the guest runs, for all wake-ups of a kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly long WokenNs(int kind) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_wokenNs), kind);

    /// <summary>The step that was under way ends first. Returns how much longer the wake-up takes.</summary>
    private long Late(int kind, long lateNs)
    {
        _tally.LateNs += lateNs;
        Exceed(kind, lateNs);
        return lateNs;
    }

    /// <summary>The poll loop looks only once a PAUSE. Returns how much longer the wake-up takes.</summary>
    private long WaitForPause(int kind, long polledNs, long lateNs)
    {
        long waitNs = costs.PauseWaitNs(polledNs);
        _tally.LateNs += lateNs;
        _tally.PauseWaitNs += waitNs;
        Exceed(kind, lateNs + waitNs);
        return lateNs + waitNs;
    }

    /// <summary>A wake-up takes longer than its kind.</summary>
    private void Exceed(int kind, long extraNs)
    {
        if (extraNs == 0 || WakeKind.OutcomeOf(kind) == WakeKind.NoTask)
        {
            return;
        }

        long commonNs = costs.LatencyNs[kind];
        _tally.BucketCorrections[LogBuckets.Of(commonNs)]--;
        _tally.BucketCorrections[LogBuckets.Of(commonNs + extraNs)]++;
        _tally.ExtraLatencyNs += extraNs;
        _tally.MaxCorrectedNs = Math.Max(_tally.MaxCorrectedNs, commonNs + extraNs);
    }
}
