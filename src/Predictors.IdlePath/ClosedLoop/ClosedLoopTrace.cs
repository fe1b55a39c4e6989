using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// A trace in memory, as the closed loop needs it: about 100 bytes a segment with its graph. Feed it all chunks of the trace.
/// </summary>
public sealed class ClosedLoopTrace
{
    private readonly SortedDictionary<int, VcpuColumns> _vcpus = [];

    /// <summary>The vCPUs that have segments, by number.</summary>
    internal IReadOnlyDictionary<int, VcpuColumns> Vcpus => _vcpus;

    /// <summary>Adds the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    public void Feed(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!_vcpus.TryGetValue(chunk.Vcpu, out VcpuColumns? columns))
        {
            _vcpus.Add(chunk.Vcpu, columns = new VcpuColumns(chunk.Vcpu));
        }

        columns.Add(chunk);
    }
}
