using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Predictors.Abstractions;
using Predictors.Traces.Csv;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Native;

namespace Predictors.Traces.Tests.Csv;

public sealed class CsvRoundTripTests
{
    [Test]
    public void Segments_OfAnyColumnsAndChunkSizes_ComeBackEqual()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(RandomTrace.Any, Gen.Int[1, 50]).Sample(
            (trace, chunkSegments) =>
            {
                string path = folder.Write($"{Guid.NewGuid()}.csv", Written(new RowReader(trace.Columns, trace.Rows)));
                using var reader = new CsvTraceReader(path, "", chunkSegments);
                List<TraceRow> rows = RowReader.ReadAll(reader);
                File.Delete(path);
                return reader.Header.Columns == trace.Columns && rows.SequenceEqual(RowReader.ByVcpu(trace.Rows));
            },
            iter: 300);
    }

    [Test]
    public void Writer_SmallTrace_WritesThisText() => Assert.That(Written(WakeBytes.Small()), Is.EqualTo($"""
        # name=source.txt
        # format=ftrace text
        # clock=mono
        # source_sha256={new string('b', 64)}
        vcpu,enter_ns,exit_ns,arrival_ns,arrival_basis,cause,waker_vcpu,waker_ns,next_timer_ns,task_ran,timer_writes,state,window_ns,after_gap
        0,1000,1500,1400,measured,timer,,,400,1,2,1,200000,
        0,2000,72000,71000,estimated,reschedule-ipi,1,70990,,1,0,1,0,
        1,500,900,,,,,,,0,1,,,1
        # first_ns=400
        # last_ns=80000
        # vcpus=0,1

        """));

    [Test]
    public void Header_OfAWrittenTrace_NamesItsSource()
    {
        using var folder = new TemporaryFolder();
        using var reader = new CsvTraceReader(folder.Write("small.csv", Written(WakeBytes.Small())), "its own hash");

        Assert.That(reader.Header, Is.EqualTo(new TraceHeader
        {
            Name = "small.csv",
            Format = "CSV",
            Sha256 = new FileSha256("its own hash"),
            SourceSha256 = new string('b', 64),
            SourceName = "source.txt",
            SourceFormat = "ftrace text",
            Clock = "mono",
            Columns = (TraceColumns)255,
        }));
    }

    [Test]
    public void Writer_NameWithALineEnd_StaysOneComment()
    {
        RowReader source = WakeBytes.Small();
        var named = new RowReader(source.Header.Columns, []) { Header = source.Header with { Name = "a\nvcpu,b" } };

        Assert.That(Written(named), Does.StartWith("# name=a?vcpu,b\n"));
    }

    [TestCase("gz")]
    [TestCase("zst")]
    public void Reader_PackedFile_IsReadAsWell(string packing)
    {
        using var folder = new TemporaryFolder();
        using var bytes = new MemoryStream();
        using (Stream packed = packing == "gz" ? new GZipStream(bytes, CompressionLevel.Fastest) : new ZstdSharp.CompressionStream(bytes))
        {
            packed.Write(Encoding.UTF8.GetBytes(Written(WakeBytes.Small())));
        }

        using var reader = new CsvTraceReader(folder.Write("no-matter-what", bytes.ToArray()), "");

        Assert.That(RowReader.ReadAll(reader), Is.EqualTo(RowReader.ReadAll(WakeBytes.Small())));
    }

    [Test]
    public void Reader_ThousandsOfVcpus_KeepsChunksShort()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder("vcpu,enter_ns,exit_ns\n");
        for (int vcpu = 0; vcpu <= TraceLimits.MaxVcpu; vcpu++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{vcpu},{vcpu},{vcpu + 1}\n");
        }

        string path = folder.Write("many.csv", text.ToString());
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new CsvTraceReader(path, "");
        int chunks = 0;
        while (reader.Read() is not null)
        {
            chunks++;
        }

        Assert.That(chunks, Is.EqualTo(TraceLimits.MaxVcpu + 1));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(64L << 20));
    }

    [Test]
    public void Reader_ALongFile_AllocatesNothingOnceWarm()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder("enter_ns,vcpu,exit_ns,cause,arrival_ns\n");
        for (long i = 0; i < 50_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i * 100},1,{(i * 100) + 50},timer,{(i * 100) + 20}\n");
        }

        using var reader = new CsvTraceReader(folder.Write("long.csv", text.ToString()), "");
        long segments = 0;
        for (int warm = 0; warm < 4; warm++)
        {
            SegmentChunk chunk = reader.Read()!;
            segments += chunk.Count;
            reader.Recycle(chunk);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        while (reader.Read() is { } chunk)
        {
            segments += chunk.Count;
            reader.Recycle(chunk);
        }

        Assert.That(segments, Is.EqualTo(50_000));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(segments / 2), "less than half a byte per segment");
    }

    internal static string Written(ITraceReader source)
    {
        using var bytes = new MemoryStream();
        using var writer = new CsvTraceWriter(bytes, source.Header);
        while (source.Read() is { } chunk)
        {
            writer.Write(chunk);
        }

        writer.Complete(source.Inspection);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
