using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Predictors.IdlePath;

/// <summary>Multiplies out what the wake-ups of a run cost.</summary>
internal sealed class Books
{
    private readonly IdlePathCosts _costs;
    private readonly long _decisionNs;
    private readonly long[] _transitionNs = new long[WakeKind.Count];
    private readonly long[] _wasteNs = new long[WakeKind.Count];

    public Books(IdlePathCosts costs, long decisionNs)
    {
        _costs = costs;
        _decisionNs = decisionNs;
        for (int kind = 0; kind < WakeKind.Count; kind++)
        {
            _transitionNs[kind] = TransitionNs(WakeKind.SituationOf(kind));
            _wasteNs[kind] = _transitionNs[kind] + costs.CpuNs[kind] + (IpiSent(kind) ? costs.IpiSendNs : 0);
        }
    }

    /// <summary>What has been booked so far costs this much.</summary>
    public CostBlock CostOf(Tally tally) => new(
        tally.GuestPollCaughtNs + tally.GuestPollFailedNs + tally.HostPollCaughtNs + tally.HostPollFailedNs
        + (tally.TickStops * _costs.TimerWriteNs) + tally.PauseWaitNs + SumOf(tally.Kinds, _wasteNs),
        tally.ExtraLatencyNs + SumOf(tally.Kinds, _costs.LatencyNs));

    /// <summary>The result of a run.</summary>
    public ReplayResult Close(Tally tally, RecordedSums recorded, IReadOnlyList<CostBlock> blocks)
    {
        long halts = Count(tally, Halted);
        long ipis = Count(tally, IpiSent);
        long restarts = Count(tally, kind => WakeKind.OutcomeOf(kind) == WakeKind.TaskAfterRestart);
        return new ReplayResult
        {
            IdlePeriods = Count(tally, _ => true),
            Caught = Count(tally, kind => WakeKind.SituationOf(kind) == WakeKind.Caught),
            Abandoned = Count(tally, kind => WakeKind.SituationOf(kind) == WakeKind.Abandoned),
            Halts = halts,
            HostCaught = Count(tally, kind => WakeKind.SituationOf(kind) == WakeKind.HostCaught),
            IpisSent = ipis,
            IpisSpared = Count(tally, kind => !Halted(kind) && IdlePathCosts.IsRemote(WakeKind.CauseOf(kind))),
            Exits = new ExitCounts(
                halts,
                TimerWrite: tally.TickStops + restarts,
                Ipi: ipis,
                TimerExpiry: Count(tally, kind => !Halted(kind) && WakeKind.CauseOf(kind) == Abstractions.WakeCause.Timer)),
            Accounts = new IdleAccounts
            {
                BusyNs = recorded.BusyNs,
                GuestPollCaughtNs = tally.GuestPollCaughtNs,
                GuestPollFailedNs = tally.GuestPollFailedNs,
                TransitionNs = (tally.TickStops * _costs.TimerWriteNs) + SumOf(tally.Kinds, _transitionNs) - tally.LateNs,
                HostPollCaughtNs = tally.HostPollCaughtNs,
                HostPollFailedNs = tally.HostPollFailedNs,
                BlockedNs = tally.BlockedNs,
                RecordedWakeUpNs = recorded.WakeUpNs,
                UncoveredNs = recorded.UncoveredNs,
                WakeUpOverheadNs = SumOf(tally.Kinds, _costs.CpuNs) + tally.LateNs + tally.PauseWaitNs,
                WakerIpiNs = ipis * _costs.IpiSendNs,
            },
            Latency = LatencyOf(tally),
            Blocks = blocks,
        };
    }

    private LatencyHistogram LatencyOf(Tally tally)
    {
        var latency = new LatencyHistogram();
        for (int kind = 0; kind < WakeKind.Count; kind++)
        {
            if (WakeKind.OutcomeOf(kind) != WakeKind.NoTask)
            {
                latency.Record(_costs.LatencyNs[kind], tally.Kinds[kind]);
            }
        }

        latency.Correct(tally.BucketCorrections, tally.ExtraLatencyNs, tally.MaxCorrectedNs);
        return latency;
    }

    /// <summary>The steps before an arrival, done or begun, apart from stopping the tick.</summary>
    private long TransitionNs(int situation) =>
        _decisionNs + (situation >= WakeKind.Exiting ? _costs.HltExitNs : 0) + (situation >= WakeKind.Blocked ? _costs.HostBlockNs : 0);

    private static bool Halted(int kind) => WakeKind.SituationOf(kind) >= WakeKind.Exiting;

    private static bool IpiSent(int kind) => Halted(kind) && IdlePathCosts.IsRemote(WakeKind.CauseOf(kind));

    private static long Count(Tally tally, Func<int, bool> chosen) =>
        Enumerable.Range(0, WakeKind.Count).Where(chosen).Sum(kind => tally.Kinds[kind]);

    private static long SumOf(long[] counts, ReadOnlySpan<long> each)
    {
        ReadOnlySpan<Vector512<long>> c = MemoryMarshal.Cast<long, Vector512<long>>(counts);
        ReadOnlySpan<Vector512<long>> e = MemoryMarshal.Cast<long, Vector512<long>>(each);
        Vector512<long> sum = Vector512<long>.Zero;
        for (int i = 0; i < c.Length; i++)
        {
            sum += c[i] * e[i];
        }

        return Vector512.Sum(sum);
    }
}
