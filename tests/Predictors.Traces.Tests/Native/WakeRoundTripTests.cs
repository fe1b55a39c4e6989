using System.Security.Cryptography;
using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Native;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Native;

public sealed class WakeRoundTripTests
{
    [Test]
    public void Segments_OfAnyColumnsAndChunkSizes_ComeBackEqual()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(RandomTrace.Any, Gen.Int[1, 50], Gen.Bool).Sample(
            (trace, chunkSegments, compress) =>
            {
                string path = folder.Write($"{Guid.NewGuid()}.wake", WakeBytes.Of(new RowReader(trace.Columns, trace.Rows), compress, chunkSegments));
                using var reader = new WakeReader(path);
                List<TraceRow> rows = RowReader.ReadAll(reader);
                File.Delete(path);
                return reader.Header.Columns == trace.Columns && rows.SequenceEqual(RowReader.ByVcpu(trace.Rows));
            },
            iter: 300);
    }

    [Test]
    public void Header_OfAPackedTrace_NamesItsSource()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("small.wake", WakeBytes.Of(WakeBytes.Small(), compress: true));

        using var reader = new WakeReader(path);

        Assert.That(reader.Header, Is.EqualTo(new TraceHeader
        {
            Name = "small.wake",
            Format = "packed trace",
            Sha256 = new FileSha256(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))),
            SourceSha256 = new string('b', 64),
            SourceName = "source.txt",
            SourceFormat = "ftrace text",
            Clock = "mono",
            Columns = (TraceColumns)255,
        }));
    }

    [Test]
    public void Header_PackedTwice_StillNamesTheRecording()
    {
        using var folder = new TemporaryFolder();
        using var once = new WakeReader(folder.Write("once.wake", WakeBytes.Of(WakeBytes.Small(), compress: false)));
        using var twice = new WakeReader(folder.Write("twice.wake", WakeBytes.Of(once, compress: true)));

        Assert.That(twice.Header, Is.EqualTo(once.Header with { Name = "twice.wake", Sha256 = twice.Header.Sha256 }));
    }

    [Test]
    public void Inspection_OfTheSource_ComesBackWhole()
    {
        using var folder = new TemporaryFolder();
        RowReader source = WakeBytes.Small();
        VcpuInspection vcpu = source.Inspection.Of(7);
        (vcpu.IdleSource, vcpu.Enters, vcpu.Exits, vcpu.Pairs, vcpu.ExitWithoutEnter, vcpu.OpenAtEnd) = ("sched_switch", 1, 2, 3, 4, 5);
        (vcpu.IdleNs, vcpu.Segments, vcpu.TaskRan, vcpu.LostEvents, vcpu.Gaps) = (6, 7, 8, -1, 10);
        source.Inspection.Events["cpu_idle"] = 12;
        source.Inspection.Causes[(int)WakeCause.RemoteStore] = 13;
        (source.Inspection.ArrivalsMeasured, source.Inspection.ArrivalsEstimated, source.Inspection.ArrivalsUnknown) = (14, 15, 16);
        source.Inspection.UnparsedLines = 17;
        source.Inspection.UnparsedExamples.Add("line 3: <script>\u0001 \"é\"");
        source.Inspection.Count("time-jumps-back", () => "line 12", 18);

        using var reader = new WakeReader(folder.Write("small.wake", WakeBytes.Of(source, compress: true)));
        TraceInspection read = reader.Inspection;

        Assert.Multiple(() =>
        {
            Assert.That((read.FirstNs, read.LastNs), Is.EqualTo((400L, 80_000L)));
            Assert.That(string.Join(' ', read.Vcpus.Keys), Is.EqualTo("0 1 7"));
            Assert.That(read.Of(7), Is.EqualTo(vcpu).UsingPropertiesComparer());
            Assert.That(read.Events, Is.EqualTo(source.Inspection.Events));
            Assert.That(read.Causes, Is.EqualTo(source.Inspection.Causes));
            Assert.That((read.ArrivalsMeasured, read.ArrivalsEstimated, read.ArrivalsUnknown), Is.EqualTo((14L, 15L, 16L)));
            Assert.That(read.UnparsedLines, Is.EqualTo(17));
            Assert.That(read.UnparsedExamples, Is.EqualTo(source.Inspection.UnparsedExamples));
            Assert.That(read.Anomalies, Is.EqualTo(new[] { new TraceAnomaly("time-jumps-back", 18, "line 12") }));
        });
    }

    [Test]
    public void Writer_SegmentsOutOfOrder_AreRefused()
    {
        var source = new RowReader(TraceColumns.None,
        [
            new(3, 100, 200, 200, WakeCause.Unknown, SegmentFlags.TaskRan, -1, -1, -1, 0, -1, -1),
            new(3, 199, 300, 300, WakeCause.Unknown, SegmentFlags.TaskRan, -1, -1, -1, 0, -1, -1),
        ], chunkSegments: 1);

        Assert.That(() => WakeBytes.Of(source, compress: false), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(
            "segment 1 of vCPU 3: the entry at 199 ns lies before the previous exit at 200 ns"));
    }
}
