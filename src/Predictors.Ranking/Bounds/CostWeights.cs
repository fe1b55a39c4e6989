namespace Predictors.Ranking;

/// <summary>What a ns of CPU waste and a ns of wake-up latency count in a cost.</summary>
/// <param name="Waste">The weight of waste: 0 or more.</param>
/// <param name="Latency">The weight of latency: 0 or more.</param>
public readonly record struct CostWeights(double Waste, double Latency)
{
    /// <summary>The cost is the latency alone: however much CPU it takes.</summary>
    public static CostWeights LatencyAlone { get; } = new(Waste: 0, Latency: 1);

    /// <summary>The cost in ns of CPU.</summary>
    /// <param name="exchangeRate">How many ns of burnt CPU one ns of latency is worth: 0 or more.</param>
    public static CostWeights At(double exchangeRate) => new(Waste: 1, exchangeRate);
}
