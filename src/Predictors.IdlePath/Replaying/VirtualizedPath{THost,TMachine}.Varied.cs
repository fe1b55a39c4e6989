using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What the steps take on a machine whose wake-ups differ within their kind.</summary>
internal partial struct VirtualizedPath<THost, TMachine>
{
    private long StopTickVaried(long afterEntryNs)
    {
        if (_tally.TickStopped != 0 || !costs.Setup.StopsTick)
        {
            return 0;
        }

        _tally.TickStopped = 1;
        return _timerWriteNs + variation!.StopTickMoreNs(afterEntryNs, _tally.Varied!);
    }

    private long CatchVaried(int kind, in IdleSegment segment, long polledNs, long lateNs)
    {
        (long withinNs, long beyondNs) = variation!.GuestPolled(polledNs, _tally.Varied!);
        _tally.GuestPollCaughtNs -= withinNs;
        _tally.Varied!.OverheadNs += beyondNs;

        // What is under way, an exit or the wait for the next PAUSE, ends first.
        long pauseNs = beyondNs == 0 && IdlePathCosts.IsRemote(segment.Cause) && !costs.Setup.IpisToPollers ? costs.PauseWaitNs(polledNs) : 0;
        _tally.PauseWaitNs += pauseNs;
        return Settle(kind, in segment, lateNs, beyondNs + pauseNs, 0).ExtraNs;
    }

    /// <summary>Books what a wake-up costs on top of its kind. Returns how much longer it takes, and the part of that after the vCPU thread runs.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="lateNs">What is left of the step that was under way.</param>
    /// <param name="waitNs">What else the guest's poll loop waited for.</param>
    /// <param name="asleepNs">The time asleep.</param>
    private (long ExtraNs, long ResumedNs) Settle(int kind, in IdleSegment segment, long lateNs, long waitNs, long asleepNs)
    {
        VariedSums sums = _tally.Varied!;
        int situation = WakeKind.SituationOf(kind);
        _tally.LateNs += lateNs;
        (long extraNs, long resumedNs) = (lateNs + waitNs, 0L);
        if (situation < WakeKind.Exiting)
        {
            extraNs += variation!.AwakeMoreNs(segment.Cause, sums);
        }
        else
        {
            long signalNs = costs.SignalNs(segment.Cause);
            long moreNs = variation!.SignalMoreNs(segment.Cause, situation == WakeKind.HostCaught, sums);
            extraNs = Math.Max(lateNs, signalNs + moreNs) - signalNs;
            (long wokenNs, resumedNs) = variation.WakeMoreNs(situation, asleepNs, sums);
            extraNs += wokenNs;
        }

        long guestNs = segment.EntryNs + segment.ArrivalNs + WokenNs(kind) + extraNs;
        bool writes = WakeKind.OutcomeOf(kind) == WakeKind.TaskAfterRestart || costs.RearmsAfter(segment.Cause);
        Exceed(kind, extraNs + (writes ? variation.RestartMoreNs(guestNs, sums) : 0));
        if (segment.Cause == WakeCause.Timer)
        {
            sums.TimerLateness.Record(WokenNs(kind) + extraNs);
        }

        return (extraNs, resumedNs);
    }
}
