namespace Predictors.Ranking;

/// <summary>The least cost on one trace: the bound that knows the future.</summary>
/// <param name="CostNs">CPU waste + exchange rate x latency, in ns.</param>
/// <param name="BlockCostsNs">Its parts, in ns, one for each of the blocks that every replay of the trace has.</param>
public sealed record ClairvoyantResult(double CostNs, IReadOnlyList<double> BlockCostsNs)
{
    /// <summary>
    /// Whether it is the bound. In closed loop, where none is known, it stands for the contender with the least cost
    /// (<see cref="BestContender"/>): there are cost ratios to that, and no regret.
    /// </summary>
    public bool IsBound { get; init; } = true;
}
