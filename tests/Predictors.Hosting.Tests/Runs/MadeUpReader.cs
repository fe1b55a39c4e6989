using Predictors.Abstractions;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

/// <summary>Reads a made-up trace. What it found, it tells as it goes, as readers of recordings do.</summary>
internal sealed class MadeUpReader(MadeUpTrace trace, int chunk = 16) : ITraceReader
{
    private readonly IEnumerator<SegmentChunk> _chunks = trace.Chunks(chunk).GetEnumerator();
    private int _read;

    /// <summary>Chunks that were handed out and not given back yet.</summary>
    public int Lent { get; private set; }

    /// <summary>Chunks that were handed out.</summary>
    public int Handed { get; private set; }

    /// <summary>Is called before each chunk with its number, from 0.</summary>
    public Action<int> BeforeRead { get; init; } = _ => { };

    public TraceHeader Header { get; init; } = new()
    {
        Name = "made-up",
        Format = "made up",
        Sha256 = new FileSha256(new string('a', 64)),
        SourceSha256 = new string('b', 64),
        Clock = "mono",
        Columns = TraceColumns.Arrival | TraceColumns.Cause | TraceColumns.TaskRan | TraceColumns.NextTimer,
    };

    public TraceInspection Inspection { get; } = trace.Inspection;

    public double Progress => 0.5;

    public SegmentChunk? Read()
    {
        BeforeRead(_read++);
        if (!_chunks.MoveNext())
        {
            return null;
        }

        Handed++;
        Lent++;
        return _chunks.Current;
    }

    public void Recycle(SegmentChunk chunk) => Lent--;

    public void Dispose()
    {
    }
}
