namespace Predictors.Ranking;

/// <summary>What a setting saves against the defaults, with its 95 % interval (paired block bootstrap).</summary>
/// <param name="CostRatio">The geometric mean over the halves of cost / cost under the defaults; below 1 for a gain.</param>
/// <param name="Low">The lower end of the ratio's interval; never above the ratio.</param>
/// <param name="High">The upper end of the ratio's interval; never below the ratio.</param>
/// <param name="Blocks">How many blocks of idle periods the draws were taken from.</param>
public sealed record Gain(double CostRatio, double Low, double High, int Blocks)
{
    /// <summary>With fewer blocks an interval says nothing.</summary>
    public const int FewestBlocks = 10;

    /// <summary>The saving in percent of the cost under the defaults; negative for a loss.</summary>
    public double Percent => (1 - CostRatio) * 100;

    /// <summary>The lower end of the saving's interval, in percent.</summary>
    public double LowPercent => (1 - High) * 100;

    /// <summary>The upper end of the saving's interval, in percent.</summary>
    public double HighPercent => (1 - Low) * 100;

    /// <summary>Whether the interval lies above 0 % and rests on enough blocks.</summary>
    public bool IsCertain => High < 1 && Blocks >= FewestBlocks;

    /// <summary>Computes a gain.</summary>
    /// <param name="parts">The halves; those that cost nothing are left out.</param>
    /// <param name="replicates">The number of replicates: 1 or more.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <returns>The gain; null where no half has a cost to compare with.</returns>
    public static Gain? Of(IEnumerable<PairedCosts> parts, int replicates, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parts);
        PairedCosts[] rated = [.. parts.Where(p => p.DefaultNs.Sum() > 0 && p.ChosenNs.Sum() > 0)];
        if (rated.Length == 0)
        {
            return null;
        }

        double ratio = Math.Exp(rated.Average(p => Math.Log(p.ChosenNs.Sum() / p.DefaultNs.Sum())));
        RatioInterval interval = PairedBlockBootstrap.Intervals(
            [.. rated.Select(p => new BlockCosts(p.Key, p.DefaultNs, [p.ChosenNs]))], replicates, seed)[0];
        return new Gain(ratio, Math.Min(interval.Low, ratio), Math.Max(interval.High, ratio), rated.Sum(p => p.DefaultNs.Count));
    }
}
