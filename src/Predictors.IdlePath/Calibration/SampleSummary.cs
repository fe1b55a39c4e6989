namespace Predictors.IdlePath;

/// <summary>Sums up measured times. Each summary has draws of its own, so that it does not depend on what else was measured.</summary>
/// <param name="seed">The seed of the draws.</param>
internal sealed class SampleSummary(ulong seed)
{
    /// <summary>Fewer times tell nothing of a cost.</summary>
    public const int FewestTimes = 30;

    /// <summary>Times that do not depend on the time asleep.</summary>
    public MeasuredTimes Of(string name, string meaning, SampleList times) => Of(name, meaning, null, times.Met, times.KeptNs);

    /// <summary>Times by the time asleep; neighbouring bins that hold too few are put together.</summary>
    public IEnumerable<MeasuredTimes> Of(string name, string meaning, AsleepBins bins) =>
        Merged([.. Enumerable.Range(0, AsleepBins.Count).Select(bin => (AsleepBins.BeginNs(bin), bins[bin].Met, bins[bin].KeptNs))])
            .Select(bin => Of(name, meaning, bin.FromNs, bin.Met, bin.TimesNs));

    /// <summary>Any times.</summary>
    public MeasuredTimes Of(string name, string meaning, long? asleepFromNs, long count, IReadOnlyList<long> timesNs) =>
        new(name, meaning, asleepFromNs, count, timesNs.Count == 0 ? [] : QuantileBootstrap.Of(timesNs, MeasuredTimes.Shares, seed));

    /// <summary>Puts bins together, from the shortest time asleep on, until each holds enough; what is left over joins the last one.</summary>
    public static IReadOnlyList<(long FromNs, long Met, IReadOnlyList<long> TimesNs)> Merged(
        IReadOnlyList<(long FromNs, long Met, IReadOnlyList<long> TimesNs)> bins)
    {
        var merged = new List<(long FromNs, long Met, IReadOnlyList<long> TimesNs)>();
        bool open = false;
        foreach ((long fromNs, long met, IReadOnlyList<long> timesNs) in bins.Where(b => b.Met > 0))
        {
            if (open)
            {
                merged[^1] = Join(merged[^1], met, timesNs);
            }
            else
            {
                merged.Add((fromNs, met, timesNs));
            }

            open = merged[^1].Met < FewestTimes;
        }

        if (open && merged.Count > 1)
        {
            (_, long met, IReadOnlyList<long> timesNs) = merged[^1];
            merged.RemoveAt(merged.Count - 1);
            merged[^1] = Join(merged[^1], met, timesNs);
        }

        return merged;
    }

    private static (long FromNs, long Met, IReadOnlyList<long> TimesNs) Join(
        (long FromNs, long Met, IReadOnlyList<long> TimesNs) bin, long met, IReadOnlyList<long> timesNs) =>
        (bin.FromNs, bin.Met + met, [.. bin.TimesNs, .. timesNs]);
}
