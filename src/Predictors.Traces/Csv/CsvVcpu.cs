namespace Predictors.Traces.Csv;

/// <summary>A vCPU of a CSV trace while it is read.</summary>
internal sealed class CsvVcpu
{
    public required VcpuInspection Inspection { get; init; }

    /// <summary>The chunk in the making; it has room for a segment.</summary>
    public required SegmentChunk Chunk { get; set; }

    public long LastExitNs { get; set; }
}
