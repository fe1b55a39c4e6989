using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The host's halt polling of one vCPU thread.</summary>
/// <typeparam name="THost">The rule.</typeparam>
/// <param name="rule">The rule in its initial state.</param>
/// <param name="vcpu">The vCPU.</param>
internal struct HostPolling<THost>(THost rule, int vcpu)
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
        return PredictorFaults.Check(_rule.PredictPollNs(in entry));
    }

    /// <summary>The vCPU thread runs again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(in IdleSegment segment, long waitedNs, long windowNs, long wokenNs, bool caught)
    {
        if (typeof(THost) == typeof(NoHostPolling))
        {
            return;
        }

        long polledNs = caught ? waitedNs : windowNs;
        var exit = new IdleExit(
            waitedNs + wokenNs, polledNs, caught ? 0 : waitedNs + wokenNs - polledNs, caught, segment.Cause, segment.TaskRan);
        _rule.Observe(in exit);
        _runningSinceNs = segment.EntryNs + segment.ArrivalNs + wokenNs;
    }
}
