namespace Predictors.Traces.Csv;

/// <summary>A vCPU of a CSV trace while it is read.</summary>
internal sealed class CsvVcpu(VcpuInspection inspection, ChunkPool pool)
{
    private SegmentChunk? _chunk;
    private long _segments;
    private int _lastCapacity;

    public long LastExitNs { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <returns>The chunk that it filled, or null.</returns>
    public SegmentChunk? Add(CsvRow row)
    {
        inspection.Enters++;
        inspection.Exits++;
        inspection.Pairs++;
        inspection.IdleNs += row.ExitNs - row.EnterNs;
        inspection.Gaps += row.AfterGap ? 1 : 0;
        _segments++;
        LastExitNs = row.ExitNs;
        SegmentChunk chunk = _chunk ??= pool.Next(row.Vcpu, _segments - 1, _lastCapacity);
        row.AppendTo(chunk);
        return chunk.Count == chunk.Capacity ? TakeChunk() : null;
    }

    /// <summary>The chunk in the making, which ends with that; null where there is none.</summary>
    public SegmentChunk? TakeChunk()
    {
        SegmentChunk? chunk = _chunk;
        _lastCapacity = chunk?.Capacity ?? 0;
        _chunk = null;
        return chunk;
    }
}
