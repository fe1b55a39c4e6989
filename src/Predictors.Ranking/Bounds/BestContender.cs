using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// What contenders are compared with in closed loop. There the arrivals follow from the decisions, and no bound is known; so it is the
/// contender with the least cost on the trace, and nobody has a regret.
/// </summary>
public static class BestContender
{
    /// <summary>Finds it.</summary>
    /// <param name="results">What the contenders did on a trace; null for those that failed.</param>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
    /// <returns>Its cost, block by block; nothing where all failed.</returns>
    public static ClairvoyantResult Of(IReadOnlyList<ReplayResult?> results, double exchangeRate)
    {
        ArgumentNullException.ThrowIfNull(results);
        double[] blocks = [.. results.OfType<ReplayResult>().MinBy(r => r.CostNs(exchangeRate))?.Blocks.Select(b => b.CostNs(exchangeRate)) ?? []];
        return new ClairvoyantResult(blocks.Sum(), blocks) { IsBound = false };
    }
}
