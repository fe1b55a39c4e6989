using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The host's halt polling of one vCPU thread.</summary>
/// <typeparam name="THost">The rule.</typeparam>
/// <param name="rule">The rule in its initial state.</param>
/// <param name="vcpu">The vCPU.</param>
/// <param name="name">The rule's name, for the message of a fault.</param>
internal struct HostPolling<THost>(THost rule, int vcpu, string name)
    where THost : struct, IIdlePredictor
{
    private THost _rule = rule;
    private long _runningSinceNs = IdleEntry.UnknownNs;

    /// <summary>The vCPU thread has nothing to run. Returns how long the host polls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Begin(long nowNs)
    {
        if (typeof(THost) == typeof(NoHostPolling))
        {
            return 0;
        }

        var entry = new IdleEntry
        {
            Vcpu = vcpu,
            NowNs = nowNs,
            BusyNs = _runningSinceNs == IdleEntry.UnknownNs ? IdleEntry.UnknownNs : Math.Max(0, nowNs - _runningSinceNs),
            NextTimerNs = IdleEntry.UnknownNs,
        };
        return Ask(in entry);
    }

    /// <summary>The vCPU thread runs again.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="waitedNs">From the HLT exit to the arrival.</param>
    /// <param name="windowNs">The host's poll window.</param>
    /// <param name="resumedNs">From the arrival until the thread runs; the guest does not run yet.</param>
    /// <param name="caught">Whether the host polled at the arrival.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(in IdleSegment segment, long waitedNs, long windowNs, long resumedNs, bool caught)
    {
        if (typeof(THost) == typeof(NoHostPolling))
        {
            return;
        }

        long polledNs = caught ? waitedNs : windowNs;
        var exit = new IdleExit(
            waitedNs + resumedNs, polledNs, caught ? 0 : waitedNs + resumedNs - polledNs, caught, segment.Cause, segment.TaskRan);
        Tell(in exit);
        _runningSinceNs = segment.EntryNs + segment.ArrivalNs + resumedNs;
    }

    private long Ask(in IdleEntry entry)
    {
        try
        {
            return PredictorFaults.Check(_rule.PredictPollNs(in entry));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw PredictorFaults.OfHost(name, nameof(IIdlePredictor.PredictPollNs), e);
        }
    }

    private void Tell(in IdleExit exit)
    {
        try
        {
            _rule.Observe(in exit);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw PredictorFaults.OfHost(name, nameof(IIdlePredictor.Observe), e);
        }
    }
}
