using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Lengths of one kind: their closed form, and the sums of those that were generated.</summary>
/// <param name="name">What they are, such as <c>idle</c>.</param>
/// <param name="expected">Mean and variance in closed form.</param>
internal sealed class Series(string name, Moments expected)
{
    private static readonly long[] s_windowsNs = [10_000, 50_000, 200_000];

    private readonly long[] _within = new long[s_windowsNs.Length];
    private long _count;
    private double _meanNs;
    private double _squares;

    /// <summary>The share of lengths up to so many ns, in closed form; null where it is not compared.</summary>
    public Func<double, double>? ShareWithin { get; init; }

    /// <summary>By how much the correlation of neighbours widens the variance of the mean: 1 where they are independent.</summary>
    public double VarianceInflation { get; init; } = 1;

    public void Add(long ns)
    {
        _count++;
        double difference = ns - _meanNs;
        _meanNs += difference / _count;
        _squares += difference * (ns - _meanNs);
        for (int i = 0; i < s_windowsNs.Length; i++)
        {
            _within[i] += ns <= s_windowsNs[i] ? 1 : 0;
        }
    }

    public IEnumerable<GeneratedStatistic> ToStatistics()
    {
        double generatedVariance = _count > 1 ? _squares / (_count - 1) : double.NaN;
        double variance = expected.VarianceNs2 ?? generatedVariance;
        yield return new GeneratedStatistic(
            $"{name}, mean", StatisticUnit.Ns, _count, expected.MeanNs, _count > 0 ? _meanNs : double.NaN,
            ErrorOf(variance * VarianceInflation));
        if (expected.VarianceNs2 is { } known)
        {
            yield return new GeneratedStatistic(
                $"{name}, standard deviation", StatisticUnit.Ns, _count, Math.Sqrt(known), Math.Sqrt(generatedVariance), null);
        }

        for (int i = 0; i < s_windowsNs.Length && ShareWithin is not null; i++)
        {
            double share = ShareWithin(s_windowsNs[i]);
            yield return new GeneratedStatistic(
                $"{name}, up to {Duration.Format(s_windowsNs[i])}", StatisticUnit.Share, _count, share,
                _count > 0 ? (double)_within[i] / _count : double.NaN, VarianceInflation == 1 ? ErrorOf(share * (1 - share)) : null);
        }
    }

    private double? ErrorOf(double variance) => _count > 0 && double.IsFinite(variance) ? Math.Sqrt(variance / _count) : null;
}
