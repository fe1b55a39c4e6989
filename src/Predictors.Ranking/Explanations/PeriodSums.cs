using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>The costs of a group of idle periods.</summary>
/// <param name="Periods">How many there are.</param>
/// <param name="First">What they cost under the predictor that is explained.</param>
/// <param name="Second">What they cost under the one that it is compared with; 0 where there is none.</param>
/// <param name="ClairvoyantNs">The least that they could cost, in ns.</param>
public readonly record struct PeriodSums(long Periods, CostBlock First, CostBlock Second, double ClairvoyantNs)
{
    /// <summary>Two groups together.</summary>
    /// <param name="left">One group.</param>
    /// <param name="right">The other group.</param>
    /// <returns>Their sums.</returns>
    public static PeriodSums operator +(PeriodSums left, PeriodSums right) => new(
        left.Periods + right.Periods, left.First + right.First, left.Second + right.Second, left.ClairvoyantNs + right.ClairvoyantNs);
}
