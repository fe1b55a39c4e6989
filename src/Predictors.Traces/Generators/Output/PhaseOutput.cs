namespace Predictors.Traces.Generators;

/// <summary>Takes the segments of one phase of a trace and leaves out those that do not fit into it.</summary>
/// <param name="vcpus">The trace's vCPUs.</param>
/// <param name="endNs">The phase's end: a segment is left out whose exit is later.</param>
/// <param name="periods">The most segments of a vCPU.</param>
internal sealed class PhaseOutput(IReadOnlyList<GeneratedVcpu> vcpus, long endNs, long periods)
{
    public long EndNs => endNs;

    /// <summary>Adds a segment.</summary>
    /// <returns>Whether it fits.</returns>
    public bool Add(int vcpu, in GeneratedSegment segment)
    {
        if (segment.ExitNs > endNs || IsFull(vcpu))
        {
            return false;
        }

        vcpus[vcpu].Add(segment);
        return true;
    }

    /// <summary>Whether the vCPU has all its segments.</summary>
    public bool IsFull(int vcpu) => vcpus[vcpu].Segments >= periods;
}
