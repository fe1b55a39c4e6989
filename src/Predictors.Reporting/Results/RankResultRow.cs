using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What one predictor did on one trace.</summary>
/// <param name="Predictor">The predictor's name.</param>
/// <param name="Parameters">Its parameters, as written in a SPEC.</param>
/// <param name="Trace">The trace's name.</param>
/// <param name="TraceSha256">The SHA-256 of the trace's bytes.</param>
/// <param name="CostNs">CPU waste + exchange rate x latency, in ns.</param>
/// <param name="ClairvoyantCostNs">The least cost that knowledge of the future allows, in ns.</param>
public sealed record RankResultRow(
    string Predictor, IReadOnlyDictionary<string, string> Parameters, string Trace, string TraceSha256, double CostNs, double ClairvoyantCostNs)
{
    /// <summary>The scored idle periods; null where they are not told.</summary>
    public long? IdlePeriods { get; init; }

    /// <summary>Wake-ups that the guest's poll caught; null where they are not told.</summary>
    public long? Caught { get; init; }

    /// <summary>IPIs that wakers sent; null where they are not told.</summary>
    public long? IpisSent { get; init; }

    /// <summary>CPU waste in % of span x vCPUs; null where it is not told.</summary>
    public double? WastePercent { get; init; }

    /// <summary>The VM exits; null where they are not told.</summary>
    public RankResultExits? Exits { get; init; }

    /// <summary>The wake-up latencies; null where they are not told.</summary>
    public RankResultLatency? Latency { get; init; }

    /// <summary>The accounts by their names in the file, in ns; null where they are not told.</summary>
    public IReadOnlyDictionary<string, long>? Accounts { get; init; }

    /// <summary>The predictor with its parameters.</summary>
    public Contender Contender => new(Predictor, [.. Parameters]);
}
