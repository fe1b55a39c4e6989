using CsCheck;
using Predictors.Abstractions;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class KernelTraceReaderTests
{
    [Test]
    public void Header_TellsTheRecording()
    {
        using var reader = new KernelTraceReader(new KernelEventList([Idle(0, 1, 1)]), "trace.txt", "ab12");

        Assert.That(
            reader.Header,
            Is.EqualTo(new TraceHeader
            {
                Name = "trace.txt", Format = "a list", Sha256 = new FileSha256("ab12"), SourceSha256 = "ab12", Clock = "mono", Columns = TraceColumns.State,
            }));
    }

    [Test]
    public void Chunks_OfManyVcpus_ComeInTimeOrderGrowAndAreUsedAgain()
    {
        const int Segments = 20_000;
        List<KernelEvent> events = [];
        for (int i = 0; i < Segments; i++)
        {
            for (int cpu = 0; cpu < 3; cpu++)
            {
                if (cpu < 2 || i == 0)
                {
                    events.AddRange([Idle(cpu, 100 * i, 1), Idle(cpu, (100 * i) + 50, Exit)]);
                }
            }
        }

        using var reader = new KernelTraceReader(new KernelEventList(events), "trace.txt", "00");
        var next = new long[3];
        var capacities = new List<int>();
        var chunks = new HashSet<SegmentChunk>();
        while (reader.Read() is { } chunk)
        {
            Assert.That(chunk.FirstIndex, Is.EqualTo(next[chunk.Vcpu]));
            for (int i = 0; i < chunk.Count; i++)
            {
                Assert.That(chunk.EntryNs[i], Is.EqualTo(100 * next[chunk.Vcpu]++));
            }

            capacities.Add(chunk.Vcpu == 0 ? chunk.Capacity : 0);
            chunks.Add(chunk);
            reader.Recycle(chunk);
        }

        Assert.That(next, Is.EqualTo([Segments, Segments, 1]));
        Assert.That(capacities.Where(c => c > 0).Take(4), Is.EqualTo([64, 512, SegmentChunk.DefaultCapacity, SegmentChunk.DefaultCapacity]));
        Assert.That(chunks, Has.Count.LessThan(capacities.Count));
        Assert.That(reader.Read(), Is.Null);
    }

    [Test]
    public void Chunks_AfterDerivedSegmentsWereDropped_CountFromTheFirst()
    {
        List<KernelEvent> events = [ToIdle(0, 1, 7), FromIdle(0, 2, 7), ToIdle(0, 3, 7), FromIdle(0, 4, 7)];
        for (int i = 1; i <= 65; i++)
        {
            events.AddRange([Idle(0, 100 * i, 1), Idle(0, (100 * i) + 50, Exit)]);
        }

        using var reader = new KernelTraceReader(new KernelEventList(events), "trace.txt", "00");
        SegmentChunk? first = reader.Read();
        SegmentChunk? second = reader.Read();

        Assert.That((first!.FirstIndex, first.Count, second!.FirstIndex, second.Count), Is.EqualTo((0, 64, 64, 1)));
    }

    [Test]
    public void Pool_WithEveryVcpuBusyFilling_HoldsABoundedNumberOfSegments()
    {
        var pool = new ChunkPool(TraceColumns.None);
        var capacity = new int[TraceLimits.MaxVcpu + 1];
        for (int round = 0; round < 3; round++)
        {
            for (int vcpu = 0; vcpu < capacity.Length; vcpu++)
            {
                SegmentChunk chunk = pool.Next(vcpu, 0, capacity[vcpu]);
                capacity[vcpu] = chunk.Capacity;
                pool.Recycle(chunk);
            }
        }

        Assert.That(capacity.Sum(), Is.LessThanOrEqualTo(1 << 20));
        Assert.That(capacity.Max(), Is.EqualTo(SegmentChunk.DefaultCapacity));
    }

    [TestCase(1)]
    [TestCase(7)]
    public void Batches_OfAnySize_GiveTheSame(int batch)
    {
        RandomEvents.Gen(500).Sample(
            events =>
            {
                SegmentList expected = SegmentList.Of(new KernelEventList(events));
                SegmentList actual = SegmentList.Of(new KernelEventList(events) { Batch = batch });
                Assert.That(actual.All, Is.EqualTo(expected.All));
                Assert.That(actual.Inspection.Anomalies, Is.EqualTo(expected.Inspection.Anomalies));
            },
            iter: 100);
    }

    [Test]
    public void Cpu_OutOfRange_IsRefusedWithItsPlace()
    {
        TraceFormatException? error = Assert.Throws<TraceFormatException>(() => SegmentList.Of(Idle(0, 1, 1), Idle(8192, 2, 1)));

        Assert.That(error!.Message, Is.EqualTo("trace.txt, event 1: expected a CPU from 0 to 8191, found 8192."));
    }

    [Test]
    public void Reader_Disposed_DisposesTheEvents()
    {
        var events = new KernelEventList([Idle(0, 1, 1)]);
        new KernelTraceReader(events, "trace.txt", "00").Dispose();

        Assert.That(events.Disposed);
    }

    [Test]
    public void Recording_WithoutEvents_IsEmpty()
    {
        Assert.That(SegmentList.Of().All, Is.Empty);
    }
}
