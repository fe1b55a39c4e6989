using Predictors.Traces.Generators;

namespace Predictors.Traces;

/// <summary>The workloads that can be generated.</summary>
public static class Workloads
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new ExponentialWorkload(),
        new ParetoWorkload(),
        new PeriodicWorkload(),
        new OnOffWorkload(),
        new PingPongWorkload(),
        new FanOutWorkload(),
    ];
}
