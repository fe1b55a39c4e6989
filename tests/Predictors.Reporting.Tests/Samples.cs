using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Reporting.Tests;

/// <summary>Made-up results whose accounts add up, small enough to check by hand.</summary>
internal static class Samples
{
    public static readonly RunSettings Settings = new("skylake-sp", "tsc-deadline", "kvm-halt-poll:max=200us", "open");

    public static readonly Contender Halt = new("halt", []);

    public static readonly Contender FixedWindow = new("fixed-window", [new("window", "50us")]);

    public static readonly Contender Broken = new("broken", [new("mode", "a"), new("limit", "1ms")]);

    public static readonly TraceSummary PingPong = new()
    {
        Name = "ping-pong.dat",
        Sha256 = "aa11",
        Vcpus = 2,
        SpanNs = 1_000_000,
        IdlePeriods = 4,
        Arrivals = new ArrivalCounts(71, 29, 0),
    };

    public static readonly TraceSummary Timer = new()
    {
        Name = "timer, \"quoted\".csv",
        Sha256 = "bb22",
        Vcpus = 1,
        SpanNs = 2_000_000,
        IdlePeriods = 2,
        Arrivals = new ArrivalCounts(0, 1, 9_999),
        ScoredFromNs = 500_000,
        ScoredFromReason = "ml-regression was trained on what is before",
    };

    /// <summary>No poll: four halts on two vCPUs, each with an exit and 20 us of latency.</summary>
    public static readonly ReplayResult Halted = new()
    {
        IdlePeriods = 4,
        Caught = 0,
        Abandoned = 0,
        Halts = 4,
        HostCaught = 1,
        IpisSent = 3,
        IpisSpared = 0,
        Accounts = new IdleAccounts
        {
            BusyNs = 1_200_000,
            TransitionNs = 8_000,
            HostPollCaughtNs = 10_000,
            HostPollFailedNs = 150_000,
            BlockedNs = 432_000,
            RecordedWakeUpNs = 100_000,
            UncoveredNs = 100_000,
            WakeUpOverheadNs = 24_000,
            WakerIpiNs = 6_000,
        },
        Exits = new ExitCounts(4, 8, 3, 1),
        Latency = Latencies(20_000, 20_000, 20_000, 3_000),
        Blocks = [.. Enumerable.Repeat(new CostBlock(16_500, 5_250), 12)],
    };

    /// <summary>A window of 50 us: one wake-up caught.</summary>
    public static readonly ReplayResult Polled = Halted with
    {
        Caught = 1,
        Halts = 3,
        HostCaught = 0,
        IpisSent = 2,
        IpisSpared = 1,
        Accounts = Halted.Accounts with
        {
            GuestPollCaughtNs = 40_000,
            GuestPollFailedNs = 150_000,
            HostPollCaughtNs = 0,
            HostPollFailedNs = 0,
            BlockedNs = 402_000,
        },
        Exits = new ExitCounts(3, 6, 2, 1),
        Latency = Latencies(20_000, 20_000, 20_000, 300),
        Blocks = [.. Enumerable.Range(0, 12).Select(i => new CostBlock(19_000 + (i % 2 == 0 ? 3_000 : -3_000), 5_025))],
    };

    public static Leaderboard Board() => Leaderboard.Of(
        [Halt, FixedWindow, Broken],
        [
            new TraceRun(PingPong, new ClairvoyantResult(240_000, [.. Enumerable.Repeat(20_000.0, 12)]), [Halted, Polled, Polled]),
            new TraceRun(Timer, new ClairvoyantResult(120_000, [.. Enumerable.Repeat(10_000.0, 12)]), [Halted, Polled, null]),
        ],
        new LeaderboardOptions { Replicates = 200 });

    /// <summary>The board with what pictures need of its traces.</summary>
    public static RankReport DetailedReport()
    {
        Leaderboard board = Board();
        return new RankReport(board with { Details = [.. board.Traces.Select(_ => Details())] }, Settings, ["A note."]);
    }

    public static Score Score() =>
        Ranking.Score.Of(FixedWindow, PingPong, Polled, new ClairvoyantResult(240_000, []), exchangeRate: 1);

    public static InspectedTrace Inspected()
    {
        var inspection = new TraceInspection
        {
            FirstNs = 1_000_000_000,
            LastNs = 13_345_678_901,
            ArrivalsMeasured = 71,
            ArrivalsEstimated = 28,
            ArrivalsUnknown = 1,
            UnparsedLines = 2,
        };
        inspection.Events.Add("sched_switch", 12_345);
        inspection.Events.Add("cpu_idle", 678);
        inspection.Causes[(int)WakeCause.Timer] = 60;
        inspection.Causes[(int)WakeCause.RescheduleIpi] = 40;
        inspection.UnparsedExamples.Add("line 7: what \u001b[31mis <this>?");
        inspection.Count("time-jumps-back", () => "line 12", 3);
        VcpuInspection first = inspection.Of(0);
        (first.Enters, first.Exits, first.Pairs, first.ExitWithoutEnter, first.OpenAtEnd) = (109, 109, 108, 1, 1);
        (first.IdleNs, first.Segments, first.TaskRan) = (12_345_000_000, 100, 40);
        VcpuInspection second = inspection.Of(10);
        (second.IdleSource, second.LostEvents, second.Gaps) = ("sched_switch", -1, 2);
        return new InspectedTrace(
            new TraceHeader
            {
                Name = "[bold]lisa.txt",
                Format = "ftrace text",
                Sha256 = new FileSha256("cc33"),
                SourceSha256 = "cc33",
                Clock = "mono",
                Columns = TraceColumns.Arrival | TraceColumns.NextTimer,
            },
            inspection,
            Lengths(vcpu: 0, [30_000, 3_000, 40_000, 2_500_000, 30_000]),
            []);
    }

    private static TraceStatistics Lengths(int vcpu, long[] idlesNs)
    {
        var statistics = new TraceStatistics();
        var chunk = new SegmentChunk(idlesNs.Length, TraceColumns.Arrival) { Vcpu = vcpu, Count = idlesNs.Length };
        long nowNs = 0;
        for (int i = 0; i < idlesNs.Length; i++)
        {
            chunk.EntryNs[i] = nowNs + 10_000;
            chunk.ArrivalNs[i] = chunk.EntryNs[i] + idlesNs[i];
            nowNs = chunk.ExitNs[i] = chunk.ArrivalNs[i] + 2_000;
        }

        statistics.Add(chunk);
        return statistics;
    }

    private static TraceDetails Details()
    {
        var chunk = new SegmentChunk(4, TraceColumns.Arrival) { Count = 4 };
        for (int i = 0; i < chunk.Count; i++)
        {
            chunk.EntryNs[i] = i * 200_000;
            chunk.ArrivalNs[i] = chunk.ExitNs[i] = chunk.EntryNs[i] + (20_000 << i);
            chunk.Flags[i] = SegmentFlags.TaskRan;
        }

        var lengths = new IdleLengths(scoreFromNs: null);
        lengths.Feed(chunk);
        return new TraceDetails(lengths, [new(20_000, 60_000), new(40_000, 20_000), new(300_000, 400)]);
    }

    private static LatencyHistogram Latencies(params long[] latenciesNs)
    {
        var histogram = new LatencyHistogram();
        foreach (long latencyNs in latenciesNs)
        {
            histogram.Record(latencyNs);
        }

        return histogram;
    }
}
