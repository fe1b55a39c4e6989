using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Slicing;

public sealed class SlicedTraceTests
{
    private const SegmentFlags Ran = SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured;

    private static readonly TraceRow[] Rows =
    [
        Row(0, 100, 200, WakeCause.Timer, -1, -1),
        Row(0, 300, 400, WakeCause.RescheduleIpi, 1, 390),
        Row(0, 500, 600, WakeCause.Timer, -1, -1),
        Row(0, 700, 800, WakeCause.RescheduleIpi, 1, 790),
        Row(1, 150, 350, WakeCause.RescheduleIpi, 0, 340),
    ];

    [Test]
    public void Slice_ByCause_MarksWhatNoLongerFollows()
    {
        List<TraceRow> kept = Cut(new SliceRules { Causes = new HashSet<WakeCause> { WakeCause.Timer } });

        Assert.That(kept, Is.EqualTo(new[] { Rows[0], Rows[2] with { Flags = Ran | SegmentFlags.AfterGap } }));
    }

    [Test]
    public void Slice_ByTime_KeepsWholeSegmentsAlone()
    {
        List<TraceRow> kept = Cut(new SliceRules { FromNs = 150, ToNs = 600 });

        // vCPU 0's first begins too early, its last ends too late; nothing lies between those that are kept.
        Assert.That(kept, Is.EqualTo(new[] { Rows[1], Rows[2], Rows[4] }));
    }

    [Test]
    public void Slice_ByTime_SpansWhatWasAskedFor()
    {
        using var part = new SlicedTrace(Source(), new SliceRules { FromNs = 150, ToNs = 600 });
        RowReader.ReadAll(part);

        Assert.That((part.Inspection.FirstNs, part.Inspection.LastNs), Is.EqualTo((150L, 600L)));
        Assert.That(part.Inspection.Vcpus.Values.Select(v => (v.Vcpu, v.Pairs, v.IdleNs)), Is.EqualTo(new[] { (0, 2L, 200L), (1, 1L, 200L) }));
        Assert.That(part.SegmentsLeftOut, Is.EqualTo(2));
    }

    [Test]
    public void Slice_ByVcpu_ForgetsWakersThatWereCutAway()
    {
        using var part = new SlicedTrace(Source(), new SliceRules { Vcpus = new HashSet<int> { 0 } });
        List<TraceRow> kept = RowReader.ReadAll(part);

        Assert.That(kept, Is.EqualTo(Rows.Take(4).Select(r => r with { WakerVcpu = -1, WakerNs = -1 })));
        Assert.That(part.WakersCutAway, Is.EqualTo(2));
        Assert.That(part.Inspection.Vcpus.Keys.Single(), Is.Zero);
    }

    [Test]
    public void Slice_OfARecording_KeepsItsHashAndName()
    {
        using var part = new SlicedTrace(Source(), new SliceRules());

        Assert.That(
            (part.Header.SourceSha256, part.Header.SourceName, part.Header.SourceFormat), Is.EqualTo((new string('b', 64), "source.txt", "ftrace text")));
    }

    [Test]
    public void StripNames_OfARecording_LeavesNoName()
    {
        RowReader source = Source();
        source.Inspection.Events["sched_switch"] = 5;
        source.Inspection.Events["secret_probe"] = 2;
        source.Inspection.Events["other_probe"] = 1;
        source.Inspection.UnparsedLines = 1;
        source.Inspection.UnparsedExamples.Add("line 3: secret");
        using var part = new SlicedTrace(source, new SliceRules { StripNames = true });
        using var folder = new TemporaryFolder();
        TraceConverter.Convert(part, folder["x.wake"], TraceOutputFormat.Packed, compress: false);

        Assert.That(part.Inspection.Events, Is.EquivalentTo(new Dictionary<string, long> { ["sched_switch"] = 5, ["(others)"] = 3 }));
        string text = File.ReadAllText(folder["x.wake"], System.Text.Encoding.Latin1);
        Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("source.txt"));
        using ITraceReader written = TraceFile.Open(folder["x.wake"], new TraceFileOptions());
        Assert.That((written.Inspection.UnparsedLines, written.Header.SourceSha256), Is.EqualTo((1L, new string('b', 64))));
    }

    [Test]
    public void Slice_AnyTrace_IsWhatASimpleFilterKeeps() =>
        Gen.Select(RandomTrace.Any, Gen.Int[0, 15], Gen.Int[0, 63], Gen.Long[0, 1L << 42], Gen.Int[1, 50]).Sample(
            (trace, vcpus, causes, fromNs, chunkSegments) =>
            {
                var rules = new SliceRules
                {
                    FromNs = fromNs,
                    Vcpus = Enumerable.Range(0, 4).Where(v => (vcpus >> v & 1) != 0).ToHashSet(),
                    Causes = Enum.GetValues<WakeCause>().Where(c => (causes >> (int)c & 1) != 0).ToHashSet(),
                };
                using var part = new SlicedTrace(new RowReader(trace.Columns, trace.Rows, chunkSegments), rules);
                return RowReader.ReadAll(part).SequenceEqual(Filtered(trace.Rows, rules));
            },
            iter: 300);

    private static IEnumerable<TraceRow> Filtered(IEnumerable<TraceRow> rows, SliceRules rules)
    {
        foreach (IGrouping<int, TraceRow> vcpu in RowReader.ByVcpu(rows).GroupBy(r => r.Vcpu).Where(v => rules.Vcpus!.Contains(v.Key)))
        {
            TraceRow[] all = [.. vcpu];
            int previous = -1;
            for (int i = 0; i < all.Length; i++)
            {
                TraceRow row = all[i];
                if (row.EntryNs < rules.FromNs || !rules.Causes!.Contains(row.Cause))
                {
                    continue;
                }

                bool wakerStays = row.WakerVcpu < 0 || (rules.Vcpus!.Contains(row.WakerVcpu) && row.WakerNs >= rules.FromNs);
                yield return row with
                {
                    Flags = previous >= 0 && previous != i - 1 ? row.Flags | SegmentFlags.AfterGap : row.Flags,
                    WakerVcpu = wakerStays ? row.WakerVcpu : -1,
                    WakerNs = wakerStays ? row.WakerNs : IdleEntry.UnknownNs,
                };
                previous = i;
            }
        }
    }

    private static RowReader Source() => new(TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.Waker, Rows);

    private static List<TraceRow> Cut(SliceRules rules)
    {
        using var part = new SlicedTrace(Source(), rules);
        return RowReader.ReadAll(part);
    }

    private static TraceRow Row(int vcpu, long entryNs, long exitNs, WakeCause cause, int waker, long wakerNs) =>
        new(vcpu, entryNs, exitNs, exitNs - 10, cause, Ran, waker, wakerNs, -1, 0, -1, -1);
}
