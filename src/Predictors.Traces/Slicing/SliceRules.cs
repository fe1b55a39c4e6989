using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>Which idle segments of a trace are kept. What is not set keeps all.</summary>
public sealed record SliceRules
{
    /// <summary>The first instant that is kept, on the trace's clock, in ns: segments that begin earlier are left out.</summary>
    public long FromNs { get; init; }

    /// <summary>The last instant that is kept, on the trace's clock, in ns: segments that end later are left out.</summary>
    public long ToNs { get; init; } = TraceLimits.MaxTimeNs;

    /// <summary>The vCPUs that are kept; null for all.</summary>
    public IReadOnlySet<int>? Vcpus { get; init; }

    /// <summary>The wake causes that are kept; null for all.</summary>
    public IReadOnlySet<WakeCause>? Causes { get; init; }

    /// <summary>Leaves out what names people's files and programs; see <see cref="SlicedTrace"/>.</summary>
    public bool StripNames { get; init; }

    internal bool Keeps(SegmentChunk chunk, int i) =>
        chunk.EntryNs[i] >= FromNs && chunk.ExitNs[i] <= ToNs && (Causes is null || Causes.Contains(chunk.Causes[i]));

    internal bool KeepsVcpu(int vcpu) => Vcpus is null || Vcpus.Contains(vcpu);

    internal bool KeepsWaker(int vcpu, long ns) => KeepsVcpu(vcpu) && ns >= FromNs && ns <= ToNs;
}
