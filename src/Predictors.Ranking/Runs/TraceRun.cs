using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>What all contenders did on one trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Clairvoyant">Its bound, under the exchange rate of the ranking.</param>
/// <param name="Results">One result for each contender, in their order; null where it failed on the trace.</param>
public sealed record TraceRun(TraceSummary Trace, ClairvoyantResult Clairvoyant, IReadOnlyList<ReplayResult?> Results)
{
    /// <summary>What pictures need of the trace, or null where it was not asked for.</summary>
    public TraceDetails? Details { get; init; }
}
