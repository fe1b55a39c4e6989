using Predictors.Abstractions;

namespace Predictors.Traces.Tests.Conversion;

/// <summary>A trace made of rows.</summary>
internal sealed class RowReader : ITraceReader
{
    private readonly IReadOnlyList<TraceRow> _rows;
    private readonly int _chunkSegments;
    private readonly Dictionary<int, long> _segments = [];
    private int _next;

    public RowReader(TraceColumns columns, IReadOnlyList<TraceRow> rows, int chunkSegments = SegmentChunk.DefaultCapacity)
    {
        _rows = rows;
        _chunkSegments = chunkSegments;
        Header = new TraceHeader
        {
            Name = "source.txt",
            Format = "ftrace text",
            Sha256 = new FileSha256(new string('a', 64)),
            SourceSha256 = new string('b', 64),
            Clock = "mono",
            Columns = columns,
        };
        Inspection.FirstNs = rows.Count > 0 ? rows.Min(r => r.EntryNs) : 0;
        Inspection.LastNs = rows.Count > 0 ? rows.Max(r => r.ExitNs) : 0;
        foreach (IGrouping<int, TraceRow> vcpu in rows.GroupBy(r => r.Vcpu))
        {
            Inspection.Of(vcpu.Key).Segments = vcpu.Count();
        }
    }

    public TraceHeader Header { get; init; }

    public TraceInspection Inspection { get; } = new();

    public double Progress => 0;

    /// <summary>Reads a trace to its end: the rows of each vCPU in their order, the vCPUs one after the other.</summary>
    public static List<TraceRow> ReadAll(ITraceReader reader)
    {
        var rows = new List<TraceRow>();
        var counts = new Dictionary<int, long>();
        while (reader.Read() is { } chunk)
        {
            Assert.That(chunk.FirstIndex, Is.EqualTo(counts.GetValueOrDefault(chunk.Vcpu)));
            Assert.That(chunk.Columns, Is.EqualTo(reader.Header.Columns));
            Assert.That(chunk.Count, Is.GreaterThan(0));
            counts[chunk.Vcpu] = chunk.FirstIndex + chunk.Count;
            for (int i = 0; i < chunk.Count; i++)
            {
                rows.Add(TraceRow.At(chunk, i));
            }

            reader.Recycle(chunk);
        }

        return ByVcpu(rows);
    }

    public static List<TraceRow> ByVcpu(IEnumerable<TraceRow> rows) => [.. rows.OrderBy(r => r.Vcpu)];

    public SegmentChunk? Read()
    {
        if (_next == _rows.Count)
        {
            return null;
        }

        int vcpu = _rows[_next].Vcpu;
        var chunk = new SegmentChunk(_chunkSegments, Header.Columns) { FirstIndex = _segments.GetValueOrDefault(vcpu) };
        while (_next < _rows.Count && _rows[_next].Vcpu == vcpu && chunk.Count < chunk.Capacity)
        {
            _rows[_next++].Append(chunk);
        }

        _segments[vcpu] = chunk.FirstIndex + chunk.Count;
        return chunk;
    }

    public void Recycle(SegmentChunk chunk)
    {
    }

    public void Dispose()
    {
    }
}
