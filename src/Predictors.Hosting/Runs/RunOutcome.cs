using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>What came of a plan on one trace.</summary>
/// <param name="Run">What every contender did; null for those that failed.</param>
/// <param name="Faults">Those that failed, and why.</param>
public sealed record RunOutcome(TraceRun Run, IReadOnlyList<RunFault> Faults);
