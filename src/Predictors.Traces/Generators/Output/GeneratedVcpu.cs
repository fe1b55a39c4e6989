namespace Predictors.Traces.Generators;

/// <summary>One vCPU of a generated trace: takes its segments and hands over the chunks that are full.</summary>
internal sealed class GeneratedVcpu(VcpuInspection inspection, ChunkPool pool, Queue<SegmentChunk> full)
{
    private SegmentChunk? _chunk;
    private int _lastCapacity;
    private bool _gap;

    public long Segments { get; private set; }

    public long LastExitNs { get; private set; }

    /// <summary>What comes next does not follow what came before.</summary>
    public void Break() => _gap = Segments > 0;

    public void Add(in GeneratedSegment segment)
    {
        SegmentChunk chunk = _chunk ??= pool.Next(inspection.Vcpu, Segments, _lastCapacity);
        int i = chunk.Count++;
        chunk.EntryNs[i] = segment.EntryNs;
        chunk.ArrivalNs[i] = segment.ArrivalNs;
        chunk.ExitNs[i] = segment.ExitNs;
        chunk.Causes[i] = segment.Cause;
        chunk.Flags[i] = SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured | (_gap ? SegmentFlags.AfterGap : SegmentFlags.None);
        if (chunk.WakerVcpu is not null)
        {
            chunk.WakerVcpu[i] = segment.WakerVcpu;
            chunk.WakerNs![i] = segment.WakerNs;
        }

        if (chunk.NextTimerNs is not null)
        {
            chunk.NextTimerNs[i] = segment.NextTimerNs;
            chunk.TimerWrites![i] = segment.TimerWrites;
        }

        inspection.Enters++;
        inspection.Exits++;
        inspection.Pairs++;
        inspection.IdleNs += segment.ExitNs - segment.EntryNs;
        LastExitNs = segment.ExitNs;
        Segments++;
        _gap = false;
        if (chunk.Count == chunk.Capacity)
        {
            Flush();
        }
    }

    public void Flush()
    {
        if (_chunk is { Count: > 0 } chunk)
        {
            full.Enqueue(chunk);
            _lastCapacity = chunk.Capacity;
            _chunk = null;
        }
    }
}
