using System.Diagnostics.CodeAnalysis;

namespace Predictors.IdlePath;

/// <summary>An idle path that a replay can make for a vCPU and whose sums it reads.</summary>
/// <typeparam name="TSelf">The path.</typeparam>
internal interface IVcpuPath<TSelf> : IIdlePath
    where TSelf : struct, IVcpuPath<TSelf>
{
    /// <summary>Where everything is booked.</summary>
    [UnscopedRef]
    ref Tally Tally { get; }

    /// <summary>Makes the path of a vCPU in its initial state.</summary>
    /// <param name="plan">The machine, and what runs on it.</param>
    /// <param name="vcpu">The vCPU.</param>
    /// <param name="tally">Where everything is booked.</param>
    /// <exception cref="PredictorFaultException">The host's rule can't be made.</exception>
    static abstract TSelf Create(PathPlan plan, int vcpu, Tally tally);
}
