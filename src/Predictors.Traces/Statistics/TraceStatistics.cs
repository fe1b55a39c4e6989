namespace Predictors.Traces;

/// <summary>The lengths of a trace's idle and busy periods, gathered in one pass. Memory grows with the vCPUs alone.</summary>
public sealed class TraceStatistics
{
    /// <summary>The vCPUs that have a segment, ascending.</summary>
    public SortedDictionary<int, VcpuStatistics> Vcpus { get; } = [];

    /// <summary>The idle lengths of all vCPUs by powers of two.</summary>
    public LengthHistogram Idle
    {
        get
        {
            var all = new LengthHistogram();
            foreach (VcpuStatistics vcpu in Vcpus.Values)
            {
                all.Add(vcpu.Idle);
            }

            return all;
        }
    }

    /// <summary>What fixed poll windows would have met, shortest first.</summary>
    public IReadOnlyList<PollWindowShare> PollWindows
    {
        get
        {
            var all = new PollWindowSums();
            foreach (VcpuStatistics vcpu in Vcpus.Values)
            {
                all.Add(vcpu.Windows);
            }

            return [.. all.Shares];
        }
    }

    /// <summary>The time that the segments cover, busy and idle, of all vCPUs, in ns.</summary>
    public double CoveredNs => Vcpus.Values.Sum(v => (double)v.BusyNs + v.IdleNs + v.WakeUpNs);

    /// <summary>Adds the segments of a chunk. Chunks of one vCPU come in time order.</summary>
    /// <param name="chunk">The chunk.</param>
    public void Add(SegmentChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (!Vcpus.TryGetValue(chunk.Vcpu, out VcpuStatistics? vcpu))
        {
            Vcpus.Add(chunk.Vcpu, vcpu = new VcpuStatistics());
        }

        vcpu.Add(chunk);
    }
}
