using Predictors.Abstractions;
using Predictors.Traces.Native;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Native;

public sealed class WakeReaderAllocationTests
{
    [Test]
    public void Read_ALongTrace_AllocatesNothingOnceWarm([Values] bool compress)
    {
        using var folder = new TemporaryFolder();
        string path = folder["long.wake"];
        WriteLong(path, compress);
        using var reader = new WakeReader(path);
        for (int warm = 0; warm < 4; warm++)
        {
            reader.Recycle(reader.Read()!);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        long segments = 0;
        while (reader.Read() is { } chunk)
        {
            segments += chunk.Count;
            reader.Recycle(chunk);
        }

        Assert.That(segments, Is.EqualTo(96 * 4096));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(segments / 8), "less than an eighth of a byte per segment");
    }

    private static void WriteLong(string path, bool compress)
    {
        TraceHeader header = new RowReader((TraceColumns)255, []).Header;
        using FileStream file = File.Create(path);
        using var writer = new WakeWriter(file, header, compress);
        var chunk = new SegmentChunk(SegmentChunk.DefaultCapacity, header.Columns) { Count = SegmentChunk.DefaultCapacity };
        var random = new Random(1);
        long nowNs = 0;
        for (int chunks = 0; chunks < 100; chunks++)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                chunk.EntryNs[i] = nowNs += random.Next(100_000);
                chunk.ExitNs[i] = chunk.ArrivalNs[i] = nowNs += random.Next(100_000);
                chunk.NextTimerNs![i] = random.Next(4_000_000);
            }

            writer.Write(chunk);
        }

        writer.Complete(new TraceInspection());
    }
}
