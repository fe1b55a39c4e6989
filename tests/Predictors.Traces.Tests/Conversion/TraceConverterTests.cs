using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Tests.Native;

namespace Predictors.Traces.Tests.Conversion;

public sealed class TraceConverterTests
{
    private static readonly TraceFileOptions Options = new();

    [Test]
    public void Convert_PackedToCsvAndBack_KeepsEverySegment()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(RandomTrace.Any, Gen.Int[1, 50]).Sample(
            (trace, chunkSegments) =>
            {
                string name = Guid.NewGuid().ToString();
                List<TraceRow> expected = RowReader.ByVcpu(trace.Rows);
                TraceConverter.Convert(new RowReader(trace.Columns, trace.Rows, chunkSegments), folder[$"{name}.1"], TraceOutputFormat.Packed);
                Convert(folder[$"{name}.1"], folder[$"{name}.2"], TraceOutputFormat.Csv);
                Convert(folder[$"{name}.2"], folder[$"{name}.3"], TraceOutputFormat.Packed);
                return Enumerable.Range(1, 3).All(i => Rows(folder[$"{name}.{i}"]).SequenceEqual(expected));
            },
            iter: 100);
    }

    [Test]
    public void Convert_Result_CountsSegmentsAndBytes()
    {
        using var folder = new TemporaryFolder();

        ConversionResult result = TraceConverter.Convert(WakeBytes.Small(), folder["x.wake"], TraceOutputFormat.Packed);

        Assert.That(result, Is.EqualTo(new ConversionResult(3, new FileInfo(folder["x.wake"]).Length)));
    }

    [Test]
    public void Convert_WithoutCompression_WritesChunksAsTheyAre()
    {
        using var folder = new TemporaryFolder();
        TraceConverter.Convert(WakeBytes.Small(), folder["x.wake"], TraceOutputFormat.Packed, compress: false);

        Assert.That(File.ReadAllBytes(folder["x.wake"]), Is.EqualTo(WakeBytes.Of(WakeBytes.Small(), compress: false)));
    }

    [Test]
    public void Convert_SourceThatFails_LeavesTheDestinationAsItWas()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.wake", "before");
        var source = new RowReader(TraceColumns.None,
            [new(0, 200, 100, 100, WakeCause.Unknown, SegmentFlags.TaskRan, -1, -1, -1, 0, -1, -1)]);

        Assert.That(() => TraceConverter.Convert(source, folder["x.wake"], TraceOutputFormat.Csv), Throws.InstanceOf<TraceFormatException>()
            .With.Message.EqualTo("source.txt: segment 0 of vCPU 0: the exit at 100 ns lies before the entry at 200 ns."));
        Assert.That(Directory.GetFiles(folder[""]), Is.EqualTo(new[] { folder["x.wake"] }));
        Assert.That(File.ReadAllText(folder["x.wake"]), Is.EqualTo("before"));
    }

    [Test]
    public void Convert_Cancelled_LeavesNothing()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => TraceConverter.Convert(
                WakeBytes.Small(), folder["x.wake"], TraceOutputFormat.Packed, cancellation: new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFiles(folder[""]), Is.Empty);
    }

    [Test]
    public void Convert_ToADirectory_IsRefused()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => TraceConverter.Convert(WakeBytes.Small(), folder[""], TraceOutputFormat.Packed), Throws.InstanceOf<IOException>()
            .With.Message.EqualTo($"{folder[""]}: this is a directory, the name of a file is needed."));
    }

    [Test]
    public void Convert_IntoAMissingDirectory_IsRefused()
    {
        using var folder = new TemporaryFolder();
        string to = Path.Combine(folder["none"], "x.wake");

        Assert.That(() => TraceConverter.Convert(WakeBytes.Small(), to, TraceOutputFormat.Packed), Throws.InstanceOf<IOException>()
            .With.Message.EqualTo($"{to}: the file can't be written: its directory does not exist."));
    }

    private static void Convert(string from, string to, TraceOutputFormat format)
    {
        using ITraceReader reader = TraceFile.Open(from, Options);
        TraceConverter.Convert(reader, to, format);
    }

    private static List<TraceRow> Rows(string path)
    {
        using ITraceReader reader = TraceFile.Open(path, Options);
        return RowReader.ReadAll(reader);
    }
}
