using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Merging;

public sealed class MergedTraceTests
{
    private const SegmentFlags Ran = SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured;
    private const TraceColumns Columns = TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.Waker;

    [Test]
    public void Merge_OtherVcpus_StandBesideEachOther()
    {
        TraceRow[] a = [Row(0, 100, 200), Row(0, 300, 400)];
        TraceRow[] b = [Row(1, 50, 250), Row(1, 260, 500)];

        Assert.That(Merge(new MergeOptions(), a, b), Is.EqualTo(a.Concat(b)));
    }

    [Test]
    public void Merge_PartsOfARecordingWithoutAClock_IsAllowed()
    {
        (ITraceReader, TraceSpan)[] parts = [.. Enumerable.Range(0, 2).Select(v => Spanned(Reader(Columns, [Row(v, 1, 2)], clock: "unknown")))];

        Assert.That(() => new MergedTrace(parts, new MergeOptions()), Throws.Nothing);
    }

    [Test]
    public void Merge_OneVcpuAtOneTime_IsRefusedAndRenumberedOnRequest()
    {
        TraceRow[] a = [Row(0, 100, 200), Row(2, 100, 200)];
        TraceRow[] b = [Row(0, 150, 250, waker: 2), Row(2, 160, 250)];

        Assert.That(
            () => Merge(new MergeOptions(), a, b),
            Throws.InstanceOf<MergeException>().With.Message.Contains("vCPU 0 is in source.txt and in source.txt at the same time; --renumber"));
        Assert.That(
            Merge(new MergeOptions { Renumber = true }, a, b),
            Is.EqualTo(a.Concat([b[0] with { Vcpu = 3, WakerVcpu = 5 }, b[1] with { Vcpu = 5 }])));
    }

    [Test]
    public void Merge_OneVcpuLater_GoesOnAfterAGap()
    {
        TraceRow[] a = [Row(0, 100, 200), Row(0, 300, 400)];
        TraceRow[] b = [Row(0, 1_000, 1_100), Row(0, 1_200, 1_300)];

        Assert.That(Merge(new MergeOptions(), b, a), Is.EqualTo(a.Append(b[0] with { Flags = Ran | SegmentFlags.AfterGap }).Append(b[1])));
    }

    [Test]
    public void Merge_OtherClocks_IsRefused()
    {
        RowReader mono = Reader(Columns, [Row(0, 1, 2)]);
        RowReader boot = Reader(Columns, [Row(1, 1, 2)], clock: "boot");
        RowReader unknown = Reader(Columns, [Row(1, 1, 2)], clock: "unknown", source: new string('c', 64));

        Assert.That(
            () => new MergedTrace([Spanned(mono), Spanned(boot)], new MergeOptions { SameClock = true }),
            Throws.InstanceOf<MergeException>().With.Message.Contains("on the clock mono").And.Message.Contains("on boot"));
        Assert.That(
            () => new MergedTrace([Spanned(mono), Spanned(unknown)], new MergeOptions()),
            Throws.InstanceOf<MergeException>().With.Message.Contains("--same-clock"));
        Assert.That(() => new MergedTrace([Spanned(mono), Spanned(unknown)], new MergeOptions { SameClock = true }), Throws.Nothing);
    }

    [Test]
    public void Merge_ColumnThatOneLacks_IsLeftOutOfAll()
    {
        RowReader a = Reader(Columns, [Row(0, 100, 200, waker: 1)]);
        RowReader b = Reader(TraceColumns.Waker, [Row(1, 100, 200) with { ArrivalNs = 200, Flags = SegmentFlags.TaskRan, Cause = WakeCause.Unknown }]);
        using var merged = new MergedTrace([Spanned(a), Spanned(b)], new MergeOptions());

        Assert.That(merged.Header.Columns, Is.EqualTo(TraceColumns.Waker));
        TraceRow first = RowReader.ReadAll(merged)[0];
        Assert.That((first.ArrivalNs, first.Cause, first.Flags, first.WakerVcpu), Is.EqualTo((200L, WakeCause.Unknown, SegmentFlags.TaskRan, 1)));
    }

    [Test]
    public void Merge_PartsOfOneRecording_KeepsItsHash()
    {
        RowReader other = Reader(Columns, [Row(1, 1, 2)], source: new string('c', 64));
        using var parts = new MergedTrace([Spanned(Reader(Columns, [Row(0, 1, 2)])), Spanned(Reader(Columns, [Row(1, 1, 2)]))], new MergeOptions());
        using var strangers = new MergedTrace([Spanned(Reader(Columns, [Row(0, 1, 2)])), Spanned(other)], new MergeOptions());

        Assert.That(parts.Header.SourceSha256, Is.EqualTo(new string('b', 64)));
        Assert.That(strangers.Header.SourceSha256, Is.Not.EqualTo(new string('b', 64)).And.Not.EqualTo(new string('c', 64)));
    }

    [Test]
    public void Merge_SlicesOfATrace_GiveItBack() =>
        Gen.Select(RandomTrace.Any, Gen.Int[1, 30]).Sample(
            (trace, chunkSegments) =>
            {
                // Wakers on the other side are cut away when it is sliced; they are another test's matter.
                var rows = trace.Rows.Select(r => r with { WakerVcpu = -1, WakerNs = IdleEntry.UnknownNs }).ToList();
                SlicedTrace Part(params int[] vcpus) =>
                    new(new RowReader(trace.Columns, rows, chunkSegments), new SliceRules { Vcpus = vcpus.ToHashSet() });
                using var merged = new MergedTrace(
                    [(Part(0, 2), TraceSpan.Of(Part(0, 2))), (Part(1, 3), TraceSpan.Of(Part(1, 3)))], new MergeOptions());
                return RowReader.ReadAll(merged).SequenceEqual(RowReader.ByVcpu(rows));
            },
            iter: 200);

    private static List<TraceRow> Merge(MergeOptions options, params TraceRow[][] traces)
    {
        using var merged = new MergedTrace([.. traces.Select(t => Spanned(Reader(Columns, t)))], options);
        return RowReader.ReadAll(merged);
    }

    private static (ITraceReader Trace, TraceSpan Span) Spanned(RowReader reader) =>
        (reader, new TraceSpan(reader.Inspection.FirstNs, reader.Inspection.LastNs, [.. reader.Inspection.Vcpus.Keys]));

    private static RowReader Reader(TraceColumns columns, TraceRow[] rows, string clock = "mono", string? source = null)
    {
        var reader = new RowReader(columns, rows);
        return new RowReader(columns, rows) { Header = reader.Header with { Clock = clock, SourceSha256 = source ?? reader.Header.SourceSha256 } };
    }

    private static TraceRow Row(int vcpu, long entryNs, long exitNs, int waker = -1) => new(
        vcpu, entryNs, exitNs, exitNs, WakeCause.RescheduleIpi, Ran, waker, waker < 0 ? -1 : entryNs, -1, 0, -1, -1);
}
