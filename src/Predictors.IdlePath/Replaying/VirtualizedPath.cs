using System.Runtime.CompilerServices;
using Predictors.Abstractions;

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

    private HostPolling<THost> _host = host;
    private bool _tickStopped;
    private long _lastWindowNs;
    private long _lastPollNs;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IdleExit Pass(in IdleSegment segment, long windowNs)
    {
        long arrivalNs = segment.ArrivalNs;
        long pollNs = PollNs(windowNs);
        long haltNs = decisionNs + pollNs;
        long wokenNs;
        if (arrivalNs <= haltNs && windowNs > 0)
        {
            long lateNs = Math.Max(0, decisionNs - arrivalNs);
            pollNs = arrivalNs + lateNs - decisionNs;
            Tally.GuestPollCaughtNs += pollNs;
            long waitNs = IdlePathCosts.IsRemote(segment.Cause) ? costs.PauseWaitNs(pollNs) : 0;
            wokenNs = Wake(WakeKind.Caught, in segment, lateNs, waitNs, lateNs + waitNs);
            return new IdleExit(arrivalNs + wokenNs, pollNs, 0, caught: true, segment.Cause, segment.TaskRan);
        }

        Tally.GuestPollFailedNs += pollNs;
        if (!_tickStopped && arrivalNs > haltNs)
        {
            _tickStopped = true;
            Tally.TickStops++;
            haltNs += costs.TimerWriteNs;
        }

        if (arrivalNs <= haltNs)
        {
            wokenNs = Wake(WakeKind.Abandoned, in segment, haltNs - arrivalNs, 0, haltNs - arrivalNs);
            return new IdleExit(arrivalNs + wokenNs, pollNs, 0, caught: false, segment.Cause, segment.TaskRan);
        }

        wokenNs = Halt(in segment, haltNs);
        return new IdleExit(arrivalNs + wokenNs, pollNs, arrivalNs + wokenNs - haltNs, caught: false, segment.Cause, segment.TaskRan);
    }

    /// <summary>How long a poll of a window really lasts; remembered, since a window often stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long PollNs(long windowNs)
    {
        if (windowNs != _lastWindowNs)
        {
            _lastWindowNs = windowNs;
            _lastPollNs = costs.PollNs(windowNs);
        }

        return _lastPollNs;
    }

    /// <summary>The vCPU halts. Returns the time from the arrival until the guest runs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="haltNs">When it halts, counted from the entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Halt(in IdleSegment segment, long haltNs)
    {
        long exitedNs = haltNs + costs.HltExitNs;
        long waitedNs = segment.ArrivalNs - exitedNs;
        if (waitedNs <= 0)
        {
            return WakeLate(WakeKind.Exiting, in segment, -waitedNs);
        }

        long windowNs = _host.Begin(segment.EntryNs + exitedNs);
        bool caught = waitedNs <= windowNs;
        long wokenNs;
        if (caught)
        {
            Tally.HostPollCaughtNs += waitedNs;
            wokenNs = Wake(WakeKind.HostCaught, in segment, 0, 0, 0);
        }
        else
        {
            wokenNs = Block(in segment, waitedNs, windowNs);
        }

        _host.End(in segment, waitedNs, windowNs, wokenNs - costs.ResumeNs, caught);
        return wokenNs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Block(in IdleSegment segment, long waitedNs, long windowNs)
    {
        long asleepNs = waitedNs - windowNs - costs.HostBlockNs;
        if (typeof(THost) != typeof(NoHostPolling))
        {
            Tally.HostPollFailedNs += windowNs;
        }

        if (asleepNs < 0)
        {
            return WakeLate(WakeKind.Blocked, in segment, -asleepNs);
        }

        Tally.BlockedNs += asleepNs;
        return Wake(WakeKind.Blocked + costs.DepthAfter(asleepNs), in segment, 0, 0, 0);
    }

    /// <summary>A step was under way at the arrival; an IPI took its time meanwhile.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long WakeLate(int situation, in IdleSegment segment, long lateNs)
    {
        long ipiNs = IdlePathCosts.IsRemote(segment.Cause) ? costs.IpiSendNs : 0;
        return Wake(situation, in segment, lateNs, 0, Math.Max(0, lateNs - ipiNs));
    }

    /// <summary>Books a wake-up. Returns the time from the arrival until the guest runs.</summary>
    /// <param name="situation">How far the vCPU had come.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="lateNs">How much was left of the step that was under way.</param>
    /// <param name="waitNs">How long the poll loop did not look.</param>
    /// <param name="extraNs">By how much the latency exceeds that of the kind.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Wake(int situation, in IdleSegment segment, long lateNs, long waitNs, long extraNs)
    {
        int outcome = WakeKind.NoTask;
        if (segment.TaskRan)
        {
            outcome = _tickStopped ? WakeKind.TaskAfterRestart : WakeKind.Task;
            _tickStopped = false;
        }

        int kind = WakeKind.Of(situation, outcome, segment.Cause);
        Tally.Kinds[kind]++;
        if ((lateNs | waitNs) != 0)
        {
            Correct(kind, lateNs, waitNs, extraNs);
        }

        return costs.WokenNs[kind] + extraNs;
    }

    private readonly void Correct(int kind, long lateNs, long waitNs, long extraNs)
    {
        Tally.LateNs += lateNs;
        Tally.PauseWaitNs += waitNs;
        if (extraNs == 0 || WakeKind.OutcomeOf(kind) == WakeKind.NoTask)
        {
            return;
        }

        long commonNs = costs.LatencyNs[kind];
        Tally.BucketCorrections[LatencyHistogram.BucketOf(commonNs)]--;
        Tally.BucketCorrections[LatencyHistogram.BucketOf(commonNs + extraNs)]++;
        Tally.ExtraLatencyNs += extraNs;
        Tally.MaxCorrectedNs = Math.Max(Tally.MaxCorrectedNs, commonNs + extraNs);
    }
}
