namespace Predictors.Ranking;

/// <summary>
/// The place of one contender. Means over traces give every trace the same weight, whatever its length; they are taken
/// over the traces that are in the cost ratio.
/// </summary>
public sealed record Standing
{
    /// <summary>
    /// 1 + the number of contenders whose whole interval lies below this one's: contenders that can't be told apart from
    /// the best share rank 1.
    /// </summary>
    public required int Rank { get; init; }

    /// <summary>The contender.</summary>
    public required Contender Contender { get; init; }

    /// <summary>The geometric mean over the traces of cost / clairvoyant cost: 1 or more.</summary>
    public required double CostRatio { get; init; }

    /// <summary>The lower end of the ratio's 95 % interval; never above the ratio.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of the ratio's 95 % interval; never below the ratio.</summary>
    public required double High { get; init; }

    /// <summary>
    /// Whether it is on the front of waste versus latency: no other ranked contender has at most its
    /// <see cref="WastePercent"/> and at most its <see cref="MeanLatencyNs"/>, and less of one of them.
    /// </summary>
    public required bool Pareto { get; init; }

    /// <summary>The mean over the traces of CPU waste in percent of span x vCPUs.</summary>
    public required double WastePercent { get; init; }

    /// <summary>The mean over the traces of the mean wake-up latency, in ns.</summary>
    public required double MeanLatencyNs { get; init; }

    /// <summary>The median latency of the wake-ups of all traces together, in ns.</summary>
    public required long LatencyP50Ns { get; init; }

    /// <summary>The latency that 99 % of the wake-ups of all traces together did not exceed, in ns.</summary>
    public required long LatencyP99Ns { get; init; }

    /// <summary>The mean over the traces of the wake-ups that the guest's poll caught, in percent of the idle periods.</summary>
    public required double CaughtPercent { get; init; }

    /// <summary>Cost ratio - 1: 0 or more.</summary>
    public double Regret => CostRatio - 1;
}
