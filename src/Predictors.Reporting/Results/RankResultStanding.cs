using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The place of one predictor in a result.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Predictor">Its name.</param>
/// <param name="Parameters">Its parameters, as written in a SPEC.</param>
/// <param name="CostRatio">The geometric mean over the traces of cost / clairvoyant cost.</param>
/// <param name="Low">The lower end of the ratio's 95 % interval.</param>
/// <param name="High">The upper end of the ratio's 95 % interval.</param>
public sealed record RankResultStanding(
    int Rank, string Predictor, IReadOnlyDictionary<string, string> Parameters, double CostRatio, double Low, double High)
{
    /// <summary>The predictor with its parameters.</summary>
    public Contender Contender => new(Predictor, [.. Parameters]);
}
