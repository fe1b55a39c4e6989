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
    /// <summary>The predictor with its parameters.</summary>
    public Contender Contender => new(Predictor, [.. Parameters]);
}
