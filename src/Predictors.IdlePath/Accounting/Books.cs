using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Predictors.Abstractions;

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
            _wasteNs[kind] = _transitionNs[kind] + costs.CpuNs[kind] + costs.ElsewhereNs(WakeKind.SituationOf(kind), WakeKind.CauseOf(kind));
        }
    }

    /// <summary>What has been booked so far costs this much.</summary>
    public CostBlock CostOf(in Tally tally)
    {
        (long wasteNs, long latencyNs) = SumsOf(tally.Kinds, _wasteNs, _costs.LatencyNs);
        return new CostBlock(
            tally.GuestPollCaughtNs + tally.GuestPollFailedNs + tally.HostPollCaughtNs + tally.HostPollFailedNs
            + (TickStops(in tally) * _costs.TimerWriteNs) + tally.PauseWaitNs + wasteNs + (tally.Varied?.WasteNs ?? 0),
            tally.ExtraLatencyNs + latencyNs);
    }

    /// <summary>The result of a run.</summary>
    /// <param name="tally">The sums of all vCPUs.</param>
    /// <param name="recorded">Their recorded times.</param>
    /// <param name="blocks">Their blocks.</param>
    /// <param name="spanNs">The length of the run, in ns.</param>
    /// <param name="vcpus">The number of vCPUs.</param>
    public ReplayResult Close(in Tally tally, RecordedSums recorded, IReadOnlyList<CostBlock> blocks, long spanNs, int vcpus)
    {
        long agentNs = AgentShare.Of(_costs.Setup, spanNs, vcpus);
        long halts = Count(tally.Kinds, Halted);
        long ipis = Count(tally.Kinds, SendsIpi);
        long tickStops = TickStops(in tally);
        long writes = tickStops + TickRestarts(in tally) + Count(tally.Kinds, kind => _costs.RearmsAfter(WakeKind.CauseOf(kind)));
        long expiries = Count(tally.Kinds, kind => WakeKind.CauseOf(kind) == WakeCause.Timer);
        MachineSetup setup = _costs.Setup;
        VariedSums? varied = tally.Varied;
        return new ReplayResult
        {
            IdlePeriods = Count(tally.Kinds, _ => true),
            Caught = Count(tally.Kinds, kind => WakeKind.SituationOf(kind) == WakeKind.Caught),
            Abandoned = Count(tally.Kinds, kind => WakeKind.SituationOf(kind) == WakeKind.Abandoned),
            Halts = halts,
            HostCaught = Count(tally.Kinds, kind => WakeKind.SituationOf(kind) == WakeKind.HostCaught),
            IpisSent = ipis,
            IpisSpared = Count(tally.Kinds, kind => !SendsIpi(kind) && IdlePathCosts.IsRemote(WakeKind.CauseOf(kind))),
            Exits = new ExitCounts(
                halts,
                TimerWrite: setup.Timer == TimerPath.Exitless ? varied!.NearDeadlines : writes,
                Ipi: setup.Ipi == IpiPath.Virtualized ? 0 : ipis,
                TimerExpiry: setup.ExpiresElsewhere ? 0 : Count(tally.Kinds, kind => !Halted(kind) && WakeKind.CauseOf(kind) == WakeCause.Timer))
            {
                PauseLoop = varied?.PauseLoopExits ?? 0,
            },
            TimerWrites = writes,
            TimerExpiries = expiries,
            BusyTimerWrites = varied?.BusyTimerWrites ?? 0,
            BusyTimerWriteExits = varied?.BusyTimerWriteExits ?? 0,
            TimerLateness = varied?.TimerLateness,
            Accounts = new IdleAccounts
            {
                BusyNs = recorded.BusyNs,
                GuestPollCaughtNs = tally.GuestPollCaughtNs,
                GuestPollFailedNs = tally.GuestPollFailedNs,
                TransitionNs = (tickStops * _costs.TimerWriteNs) + SumsOf(tally.Kinds, _transitionNs, _costs.CpuNs).First - tally.LateNs
                    + (varied?.TransitionNs ?? 0),
                HostPollCaughtNs = tally.HostPollCaughtNs,
                HostPollFailedNs = tally.HostPollFailedNs,
                BlockedNs = tally.BlockedNs,
                RecordedWakeUpNs = recorded.WakeUpNs,
                UncoveredNs = recorded.UncoveredNs,
                WakeUpOverheadNs = SumsOf(tally.Kinds, _transitionNs, _costs.CpuNs).Second + tally.LateNs + tally.PauseWaitNs
                    + (varied?.OverheadNs ?? 0),
                WakerIpiNs = (ipis * _costs.IpiSendNs) + (varied?.WakerIpiNs ?? 0),
                HousekeepingNs = expiries * _costs.Modes.HousekeepingNs,
                SiblingNs = varied?.SiblingNs ?? 0,
                AgentNs = agentNs,
            },
            Latency = LatencyOf(in tally),
            Blocks = agentNs == 0
                ? blocks
                : [.. blocks.Zip(AgentShare.Spread(agentNs, blocks.Count), (block, ns) => block with { WasteNs = block.WasteNs + ns })],
        };
    }

    private LatencyHistogram LatencyOf(in Tally tally)
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

    /// <summary>Every restart follows a stop; what else there is of stops is open.</summary>
    private static long TickStops(in Tally tally) => TickRestarts(in tally) + tally.TickStopped - tally.TickStoppedAtBegin;

    private static long TickRestarts(in Tally tally)
    {
        Vector512<long> restarts = Vector512<long>.Zero;
        ref long kinds = ref MemoryMarshal.GetArrayDataReference(tally.Kinds);
        for (int situation = 0; situation < WakeKind.Situations; situation++)
        {
            restarts += Vector512.LoadUnsafe(ref kinds, (nuint)WakeKind.Of(situation, WakeKind.TaskAfterRestart, WakeCause.Unknown));
        }

        return Vector512.Sum(restarts);
    }

    private static bool Halted(int kind) => WakeKind.SituationOf(kind) >= WakeKind.Exiting;

    private bool SendsIpi(int kind) => _costs.SendsIpi(Halted(kind), WakeKind.CauseOf(kind));

    private static long Count(long[] kinds, Func<int, bool> chosen) =>
        Enumerable.Range(0, WakeKind.Count).Where(chosen).Sum(kind => kinds[kind]);

    private static (long First, long Second) SumsOf(long[] counts, long[] first, long[] second)
    {
        Vector512<long> firstSums = Vector512<long>.Zero;
        Vector512<long> secondSums = Vector512<long>.Zero;
        for (nuint kind = 0; kind < WakeKind.Count; kind += WakeKind.Causes)
        {
            Vector512<long> count = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(counts), kind);
            firstSums += count * Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(first), kind);
            secondSums += count * Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(second), kind);
        }

        return (Vector512.Sum(firstSums), Vector512.Sum(secondSums));
    }
}
