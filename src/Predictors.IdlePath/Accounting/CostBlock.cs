namespace Predictors.IdlePath;

/// <summary>
/// What consecutive idle periods of one vCPU cost. All runs over a trace have the same blocks, so that predictors can be
/// compared block by block.
/// </summary>
/// <param name="WasteNs">CPU waste, in ns.</param>
/// <param name="LatencyNs">The sum of the wake-up latencies, in ns.</param>
public readonly record struct CostBlock(long WasteNs, long LatencyNs)
{
    /// <summary>CPU waste + exchange rate x latency, in ns.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
    /// <returns>The cost, in ns.</returns>
    public double CostNs(double exchangeRate) => WasteNs + (exchangeRate * LatencyNs);

    /// <summary>Two parts together.</summary>
    /// <param name="left">One part.</param>
    /// <param name="right">The other part.</param>
    /// <returns>Their sums.</returns>
    public static CostBlock operator +(CostBlock left, CostBlock right) => new(left.WasteNs + right.WasteNs, left.LatencyNs + right.LatencyNs);

    /// <summary>What is left without a part.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">The part.</param>
    /// <returns>The differences.</returns>
    public static CostBlock operator -(CostBlock left, CostBlock right) => new(left.WasteNs - right.WasteNs, left.LatencyNs - right.LatencyNs);
}
