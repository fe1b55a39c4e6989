using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Statistics;

public sealed class TraceStatisticsTests
{
    [Test]
    public void Add_SegmentsByHand_SumsWhatTheyCover()
    {
        // Busy 100 to 150 is not seen; idle 150..250, latency 50, busy 700, idle 1000..1040, latency 60; a gap; idle 5000..5000.
        VcpuStatistics vcpu = Of(
            Row(150, 250, 300), Row(1_000, 1_040, 1_100), Row(5_000, 5_000, 5_010) with { Flags = SegmentFlags.TaskRan | SegmentFlags.AfterGap });

        Assert.That(
            (vcpu.Segments, vcpu.IdleNs, vcpu.WakeUpNs, vcpu.BusyPeriods, vcpu.BusyNs), Is.EqualTo((3L, 140L, 120L, 1L, 700L)));
        Assert.That(vcpu.BusyShare, Is.EqualTo(700.0 / 960).Within(1e-12));
        Assert.That(vcpu.CorrelationPairs, Is.EqualTo(1), "no pair over the gap");
        Assert.That(vcpu.Idle.Bins, Is.EqualTo(new LengthBin[]
        {
            new(0, 1, 1), new(1, 2, 0), new(2, 4, 0), new(4, 8, 0), new(8, 16, 0), new(16, 32, 0), new(32, 64, 1), new(64, 128, 1),
        }));
    }

    [Test]
    public void PollWindows_LengthsAtTheBounds_AreCaughtUpToThem()
    {
        var statistics = new TraceStatistics();
        statistics.Add(Chunk(Row(0, 1_000, 1_000), Row(2_000, 3_001, 3_001), Row(10_000, 60_000, 60_000)));

        Dictionary<long, PollWindowShare> windows = statistics.PollWindows.ToDictionary(w => w.WindowNs);
        Assert.That(windows[1_000], Is.EqualTo(new PollWindowShare(1_000, 1, 1_000 + (2 * 1_000))));
        Assert.That(windows[2_000], Is.EqualTo(new PollWindowShare(2_000, 2, 1_000 + 1_001 + 2_000)));
        Assert.That(windows[50_000], Is.EqualTo(new PollWindowShare(50_000, 3, 1_000 + 1_001 + 50_000)));
        Assert.That(windows[10_000_000].Caught, Is.EqualTo(3));
    }

    [Test]
    public void Add_AnyTrace_DoesNotDependOnTheChunks() =>
        Gen.Select(RandomTrace.Any, Gen.Int[1, 20]).Sample(
            (trace, chunkSegments) => Text(trace.Columns, trace.Rows, chunkSegments) == Text(trace.Columns, trace.Rows, 4096), iter: 200);

    [Test]
    public void Bins_LongestLength_HasABin() =>
        Assert.That(Of(Row(0, TraceLimits.MaxTimeNs, TraceLimits.MaxTimeNs)).Idle.Bins.Single(), Is.EqualTo(new LengthBin(1L << 61, 1L << 62, 1)));

    private static string Text(TraceColumns columns, IReadOnlyList<TraceRow> rows, int chunkSegments)
    {
        var statistics = new TraceStatistics();
        var reader = new RowReader(columns, rows, chunkSegments);
        while (reader.Read() is { } chunk)
        {
            statistics.Add(chunk);
        }

        return string.Join('\n', statistics.Vcpus.Select(v =>
            $"{v.Key} {v.Value.Segments} {v.Value.IdleNs} {v.Value.BusyNs} {v.Value.BusyPeriods} {v.Value.Correlation} {v.Value.LogCorrelation} "
            + string.Join(' ', v.Value.Idle.Bins))) + string.Join('\n', statistics.PollWindows);
    }

    private static TraceRow Row(long entryNs, long arrivalNs, long exitNs) =>
        new(0, entryNs, exitNs, arrivalNs, WakeCause.Timer, SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured, -1, -1, -1, 0, -1, -1);

    private static VcpuStatistics Of(params TraceRow[] rows)
    {
        var statistics = new TraceStatistics();
        statistics.Add(Chunk(rows));
        return statistics.Vcpus[0];
    }

    private static SegmentChunk Chunk(params TraceRow[] rows)
    {
        var chunk = new SegmentChunk(rows.Length, TraceColumns.Arrival);
        foreach (TraceRow row in rows)
        {
            row.Append(chunk);
        }

        return chunk;
    }
}
