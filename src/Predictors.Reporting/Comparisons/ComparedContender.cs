using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>One predictor, before and after.</summary>
/// <param name="Contender">The predictor with its parameters.</param>
/// <param name="Before">Its place before, or null.</param>
/// <param name="After">Its place after, or null.</param>
/// <param name="Traces">Its costs on the traces, for those where both results have one.</param>
public sealed record ComparedContender(
    Contender Contender, RankResultStanding? Before, RankResultStanding? After, IReadOnlyList<ComparedTrace> Traces)
{
    /// <summary>How its cost ratio changed.</summary>
    public CostChange Change => (Before, After) switch
    {
        (null, _) => CostChange.Added,
        (_, null) => CostChange.Removed,
        ({ } a, { } b) when (a.CostRatio, a.Low, a.High) == (b.CostRatio, b.Low, b.High) => CostChange.Same,
        ({ } a, { } b) when b.High < a.Low => CostChange.Better,
        ({ } a, { } b) when b.Low > a.High => CostChange.Worse,
        _ => CostChange.Unclear,
    };

    /// <summary>The trace on which the cost changed most; null where there is none.</summary>
    public ComparedTrace? Most => Traces.MaxBy(t => Math.Abs(t.ChangePercent ?? 0));
}
