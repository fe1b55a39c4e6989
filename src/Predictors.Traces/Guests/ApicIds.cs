namespace Predictors.Traces;

/// <summary>Tells a guest's vCPUs by the number of their interrupt controller.</summary>
/// <param name="numbersAreTold">Whether the vCPUs bear the numbers that KVM gives them.</param>
/// <param name="vcpus">The vCPUs.</param>
internal sealed class ApicIds(bool numbersAreTold, IReadOnlyList<GuestVcpu> vcpus)
{
    private readonly Dictionary<long, GuestVcpu> _learned = [];

    /// <summary>The vCPU; null where nothing tells. KVM numbers both alike unless it is told otherwise.</summary>
    public GuestVcpu? Of(long apicId)
    {
        if (_learned.TryGetValue(apicId, out GuestVcpu? known))
        {
            return known;
        }

        return vcpus.Count == 1 ? vcpus[0]
            : numbersAreTold ? vcpus.FirstOrDefault(v => v.Thread.Vcpu == apicId)
            : null;
    }

    /// <summary>Takes note of what was seen.</summary>
    public void Learn(long apicId, GuestVcpu vcpu)
    {
        if (_learned.Count <= TraceLimits.MaxVcpu)
        {
            _learned[apicId] = vcpu;
        }
    }
}
