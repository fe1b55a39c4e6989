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
/// <param name="costs">The machine.</param>
/// <param name="decisionNs">What a decision of the guest's predictor costs, in ns.</param>
/// <param name="host">The host's halt polling of this vCPU.</param>
internal struct VirtualizedPath<THost>(IdlePathCosts costs, long decisionNs, HostPolling<THost> host) : IIdlePath
    where THost : struct, IIdlePredictor
{
    /// <summary>Where everything is booked.</summary>
    public required Tally Tally;

    // What the loop needs of the costs lies beside what it writes: one less pointer to follow.
    private readonly SleepDepths _sleepDepths = costs.SleepDepths;
    private readonly long[] _wokenNs = costs.WokenNs;
    private readonly long _timerWriteNs = costs.TimerWriteNs;
    private readonly long _hltExitNs = costs.HltExitNs;
    private readonly long _hostBlockNs = costs.HostBlockNs;

    private HostPolling<THost> _host = host;
    private PollClock _pollClock = costs.PollClock;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IdleExit Pass(in IdleSegment segment, long windowNs)
    {
        long arrivalNs = segment.ArrivalNs;
        long pollNs = _pollClock.PollNs(windowNs);
        long haltNs = decisionNs + pollNs;
        if (arrivalNs <= haltNs && windowNs > 0)
        {
            long lateNs = Math.Max(0, decisionNs - arrivalNs);
            pollNs = arrivalNs + lateNs - decisionNs;
            Tally.GuestPollCaughtNs += pollNs;
            int kind = Book(WakeKind.Caught, segment.Cause, segment.Flags, Tally.TickStopped);
            long extraNs = IdlePathCosts.IsRemote(segment.Cause) ? WaitForPause(kind, pollNs, lateNs) : lateNs > 0 ? Late(kind, lateNs) : 0;
            return new IdleExit(arrivalNs + WokenNs(kind) + extraNs, pollNs, 0, caught: true, segment.Cause, segment.TaskRan);
        }

        Tally.GuestPollFailedNs += pollNs;
        if (arrivalNs > haltNs)
        {
            haltNs += Tally.TickStopped == 0 ? _timerWriteNs : 0;
            Tally.TickStopped = 1;
        }

        if (arrivalNs <= haltNs)
        {
            long wokenNs = Abandon(segment.Cause, segment.Flags, haltNs - arrivalNs);
            return new IdleExit(arrivalNs + wokenNs, pollNs, 0, caught: false, segment.Cause, segment.TaskRan);
        }

        long ranNs = arrivalNs + Halt(in segment, haltNs);
        return new IdleExit(ranNs, pollNs, ranNs - haltNs, caught: false, segment.Cause, segment.TaskRan);
    }

    /// <summary>The wake-up came before the halt. Returns the time from the arrival until the guest runs.</summary>
    private long Abandon(WakeCause cause, SegmentFlags flags, long lateNs)
    {
        int kind = Book(WakeKind.Abandoned, cause, flags, Tally.TickStopped);
        return WokenNs(kind) + Late(kind, lateNs);
    }

    /// <summary>The vCPU halts. Returns the time from the arrival until the guest runs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="haltNs">When it halts, counted from the entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Halt(in IdleSegment segment, long haltNs)
    {
        long waitedNs = segment.ArrivalNs - haltNs - _hltExitNs;
        if (waitedNs <= 0)
        {
            return HaltLate(WakeKind.Exiting, segment.Cause, segment.Flags, -waitedNs);
        }

        if (typeof(THost) == typeof(NoHostPolling))
        {
            return Block(segment.Cause, segment.Flags, waitedNs);
        }

        long windowNs = _host.Begin(segment.EntryNs + segment.ArrivalNs - waitedNs);
        bool caught = waitedNs <= windowNs;
        long wokenNs;
        if (caught)
        {
            Tally.HostPollCaughtNs += waitedNs;
            wokenNs = WokenNs(Book(WakeKind.HostCaught, segment.Cause, segment.Flags, tickStopped: 1));
        }
        else
        {
            Tally.HostPollFailedNs += windowNs;
            wokenNs = Block(segment.Cause, segment.Flags, waitedNs - windowNs);
        }

        _host.End(in segment, waitedNs, windowNs, wokenNs - costs.ResumeNs, caught);
        return wokenNs;
    }

    /// <summary>The vCPU thread blocks. Returns the time from the arrival until the guest runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Block(WakeCause cause, SegmentFlags flags, long waitedNs)
    {
        long asleepNs = waitedNs - _hostBlockNs;
        if (asleepNs < 0)
        {
            return HaltLate(WakeKind.Blocked, cause, flags, -asleepNs);
        }

        Tally.BlockedNs += asleepNs;
        return WokenNs(Book(WakeKind.Blocked + _sleepDepths.After(asleepNs), cause, flags, tickStopped: 1));
    }

    /// <summary>A step of the halt was under way at the arrival; an IPI took its time meanwhile.</summary>
    private long HaltLate(int situation, WakeCause cause, SegmentFlags flags, long lateNs)
    {
        int kind = Book(situation, cause, flags, tickStopped: 1);
        Tally.LateNs += lateNs;
        long extraNs = Math.Max(0, lateNs - (IdlePathCosts.IsRemote(cause) ? costs.IpiSendNs : 0));
        Exceed(kind, extraNs);
        return WokenNs(kind) + extraNs;
    }

    /// <summary>Counts a wake-up. A task that runs finds the tick restarted. Returns the kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Book(int situation, WakeCause cause, SegmentFlags flags, int tickStopped)
    {
        int ran = (int)(flags & SegmentFlags.TaskRan);
        int kind = WakeKind.Of(situation, ran + (ran & tickStopped), cause);
        Tally.TickStopped = tickStopped & ~ran;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Tally.Kinds), kind)++;
        return kind;
    }

    /// <summary>From the arrival until the guest runs, for all wake-ups of a kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly long WokenNs(int kind) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_wokenNs), kind);

    /// <summary>The step that was under way ends first. Returns how much longer the wake-up takes.</summary>
    private long Late(int kind, long lateNs)
    {
        Tally.LateNs += lateNs;
        Exceed(kind, lateNs);
        return lateNs;
    }

    /// <summary>The poll loop looks only once a PAUSE. Returns how much longer the wake-up takes.</summary>
    private long WaitForPause(int kind, long polledNs, long lateNs)
    {
        long waitNs = costs.PauseWaitNs(polledNs);
        Tally.LateNs += lateNs;
        Tally.PauseWaitNs += waitNs;
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
        Tally.BucketCorrections[LogBuckets.Of(commonNs)]--;
        Tally.BucketCorrections[LogBuckets.Of(commonNs + extraNs)]++;
        Tally.ExtraLatencyNs += extraNs;
        Tally.MaxCorrectedNs = Math.Max(Tally.MaxCorrectedNs, commonNs + extraNs);
    }
}
