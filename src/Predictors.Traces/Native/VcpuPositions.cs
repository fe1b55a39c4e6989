namespace Predictors.Traces.Native;

/// <summary>How far each vCPU of a trace has got: its segments come in time order and are numbered without holes.</summary>
internal sealed class VcpuPositions
{
    private readonly long[] _segments = new long[TraceLimits.MaxVcpu + 1];
    private readonly long[] _lastExitNs = new long[TraceLimits.MaxVcpu + 1];

    public long Total { get; private set; }

    public long Segments(int vcpu) => _segments[vcpu];

    /// <summary>The exit of the vCPU's last segment, in ns; 0 before its first.</summary>
    public long LastExitNs(int vcpu) => _lastExitNs[vcpu];

    public void Advance(int vcpu, int segments, long lastExitNs)
    {
        _segments[vcpu] += segments;
        _lastExitNs[vcpu] = lastExitNs;
        Total += segments;
    }
}
