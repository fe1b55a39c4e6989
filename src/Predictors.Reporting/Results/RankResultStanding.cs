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
    /// <summary>Whether it is on the Pareto front.</summary>
    public bool Pareto { get; init; }

    /// <summary>The mean over the traces of the CPU waste in % of span x vCPUs; null where it is not told.</summary>
    public double? WastePercent { get; init; }

    /// <summary>The mean over the traces of the mean wake-up latency, in ns; null where it is not told.</summary>
    public double? LatencyMeanNs { get; init; }

    /// <summary>The median latency, in ns; null where it is not told.</summary>
    public long? LatencyP50Ns { get; init; }

    /// <summary>The latency that 99 % do not exceed, in ns; null where it is not told.</summary>
    public long? LatencyP99Ns { get; init; }

    /// <summary>The mean over the traces of the wake-ups caught by the guest's poll, in %; null where it is not told.</summary>
    public double? CaughtPercent { get; init; }

    /// <summary>The predictor with its parameters.</summary>
    public Contender Contender => new(Predictor, [.. Parameters]);
}
