namespace Predictors.Traces.Generators;

/// <summary>The idle periods of vCPUs: their lengths, and how far each tells of the next on its vCPU.</summary>
/// <param name="lengths">The lengths.</param>
/// <param name="expectedCorrelation">The correlation of neighbours in closed form; null where it is not compared.</param>
internal sealed class IdleStatistics(Series lengths, double? expectedCorrelation = null)
{
    private readonly Dictionary<int, SerialCorrelation> _correlations = [];

    public void Add(int vcpu, long idleNs)
    {
        lengths.Add(idleNs);
        _correlations[vcpu].Add(idleNs);
    }

    /// <summary>The vCPU's next period does not follow the one before.</summary>
    public void Break(int vcpu)
    {
        if (_correlations.TryGetValue(vcpu, out SerialCorrelation? correlation))
        {
            correlation.Break();
        }
        else
        {
            _correlations.Add(vcpu, new SerialCorrelation());
        }
    }

    public IEnumerable<GeneratedStatistic> ToStatistics()
    {
        foreach (GeneratedStatistic statistic in lengths.ToStatistics())
        {
            yield return statistic;
        }

        if (expectedCorrelation is { } expected)
        {
            long pairs = _correlations.Values.Sum(c => c.Pairs);
            double weighted = _correlations.Values.Where(c => c.Pairs > 0).Sum(c => c.Value * c.Pairs) / pairs;

            // Fisher's: 1 / sqrt(n) holds for independent values, for which the expectation is 0.
            yield return new GeneratedStatistic(
                "idle, correlation with the next", StatisticUnit.Correlation, pairs, expected, weighted,
                expected == 0 && pairs > 0 ? 1 / Math.Sqrt(pairs) : null);
        }
    }
}
