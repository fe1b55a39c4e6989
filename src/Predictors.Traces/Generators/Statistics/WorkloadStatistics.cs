namespace Predictors.Traces;

/// <summary>The statistics of one workload of a generated trace.</summary>
/// <param name="Workload">The workload with its parameters, as it was asked for.</param>
/// <param name="Statistics">Its statistics.</param>
public sealed record WorkloadStatistics(string Workload, IReadOnlyList<GeneratedStatistic> Statistics);
