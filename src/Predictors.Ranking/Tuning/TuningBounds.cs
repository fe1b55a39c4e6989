namespace Predictors.Ranking;

/// <summary>What a setting must keep to: the same figures that a leaderboard shows.</summary>
public sealed record TuningBounds
{
    private const double Slow = 0.01;

    /// <summary>The most CPU waste, in percent of span x vCPUs, mean over the traces; null for no bound.</summary>
    public double? MaxWastePercent { get; init; }

    /// <summary>The greatest p99 of the wake-up latencies of all traces together, in ns; null for no bound.</summary>
    public long? MaxP99Ns { get; init; }

    /// <summary>Whether there is a bound at all.</summary>
    public bool Any => MaxWastePercent is not null || MaxP99Ns is not null;

    /// <summary>By how much a setting is beyond the bounds, as a share of them.</summary>
    /// <param name="parts">What the setting did.</param>
    /// <returns>0 where it keeps to them.</returns>
    public double Excess(IEnumerable<PartScore> parts)
    {
        PartScore[] rated = [.. parts.Where(p => p.IsRated)];
        if (rated.Length == 0)
        {
            return 0;
        }

        double wakeUps = rated.Sum(p => p.WakeUps);
        double slow = wakeUps == 0 ? 0 : (wakeUps - rated.Sum(p => p.WakeUpsInTime)) / wakeUps;
        return Beyond(rated.Average(p => p.WastePercent), MaxWastePercent) + (MaxP99Ns is null ? 0 : Beyond(slow, Slow));
    }

    private static double Beyond(double value, double? bound) => bound switch
    {
        null => 0,
        0 => value,
        _ => Math.Max(0, (value / bound.Value) - 1),
    };
}
