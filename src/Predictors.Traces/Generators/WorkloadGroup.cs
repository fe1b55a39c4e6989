namespace Predictors.Traces.Generators;

/// <summary>vCPUs that wake each other, or one alone: generated together, round by round.</summary>
/// <param name="firstVcpu">The first of its vCPUs, which follow each other.</param>
/// <param name="vcpus">How many.</param>
internal abstract class WorkloadGroup(int firstVcpu, int vcpus)
{
    /// <summary>The first of its vCPUs.</summary>
    protected int FirstVcpu => firstVcpu;

    /// <summary>The instant that the group has got to, in ns.</summary>
    public abstract long ClockNs { get; }

    /// <summary>Generates the next round: at least one segment, so that the clock goes on.</summary>
    public abstract void Round(PhaseOutput output);

    /// <summary>Whether nothing that could still be generated would fit.</summary>
    public bool IsDone(PhaseOutput output)
    {
        if (ClockNs >= output.EndNs)
        {
            return true;
        }

        for (int vcpu = firstVcpu; vcpu < firstVcpu + vcpus; vcpu++)
        {
            if (!output.IsFull(vcpu))
            {
                return false;
            }
        }

        return true;
    }
}
