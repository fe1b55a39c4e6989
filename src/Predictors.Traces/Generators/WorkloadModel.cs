using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>A workload with its parameters: generates segments and keeps their statistics.</summary>
internal abstract class WorkloadModel
{
    /// <summary>How many vCPUs it has, from 0 on.</summary>
    public abstract int Vcpus { get; }

    /// <summary>The columns that it fills, beside arrival and cause.</summary>
    public abstract TraceColumns Columns { get; }

    /// <summary>Begins the workload, or begins it anew.</summary>
    /// <param name="seed">The seed of this phase.</param>
    /// <param name="startNs">When.</param>
    /// <returns>Its groups of vCPUs, which do not depend on each other.</returns>
    public abstract IReadOnlyList<WorkloadGroup> Begin(ulong seed, long startNs);

    /// <summary>What was expected and what was generated, over all phases.</summary>
    public abstract IEnumerable<GeneratedStatistic> Statistics { get; }
}
