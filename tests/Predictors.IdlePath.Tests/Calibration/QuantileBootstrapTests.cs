namespace Predictors.IdlePath.Tests;

public sealed class QuantileBootstrapTests
{
    [Test]
    public void Of_OneTime_IsThatTimeThroughout() => Assert.That(
        QuantileBootstrap.Of([7], [0.5, 0.99], seed: 1),
        Is.EqualTo(new[] { new MeasuredQuantile(0.5, 7, 7, 7), new MeasuredQuantile(0.99, 7, 7, 7) }));

    [Test]
    public void Of_HundredTimes_GivesTheOrderStatistics()
    {
        long[] times = [.. Enumerable.Range(1, 100).Reverse().Select(i => (long)i)];

        MeasuredQuantile[] quantiles = QuantileBootstrap.Of(times, [0, 0.01, 0.1, 0.5, 0.99, 1], seed: 1);

        Assert.That(quantiles.Select(q => q.Ns), Is.EqualTo(new long[] { 1, 1, 10, 50, 99, 100 }));
        Assert.That(quantiles.All(q => q.LowNs <= q.Ns && q.Ns <= q.HighNs), Is.True);
    }

    // The median of n independent uniform numbers has a standard deviation of about 1 / (2 sqrt(n)): 0.0158 of the range for n = 1000.
    [Test]
    public void Of_IndependentTimes_HasTheIntervalOfTheory()
    {
        var random = new SplitMix64(5);
        long[] times = [.. Enumerable.Range(0, 1_000).Select(_ => (long)random.NextBelow(1_000_000))];

        MeasuredQuantile median = QuantileBootstrap.Of(times, [0.5], seed: 1)[0];

        Assert.That((median.HighNs - median.LowNs) / 2, Is.EqualTo(1.96 * 15_800).Within(35).Percent);
    }

    [Test]
    public void Of_TimesThatClingTogether_HasAWiderInterval()
    {
        var random = new SplitMix64(5);
        long[] alone = [.. Enumerable.Range(0, 1_000).Select(_ => (long)random.NextBelow(1_000_000))];
        long[] clinging = [.. Enumerable.Range(0, 1_000).Select(i => alone[i / 20 * 20])];

        Assert.That(Width(clinging), Is.GreaterThan(2 * Width(alone)));

        static long Width(long[] times)
        {
            MeasuredQuantile median = QuantileBootstrap.Of(times, [0.5], seed: 1)[0];
            return median.HighNs - median.LowNs;
        }
    }
}
