using CsCheck;

namespace Predictors.IdlePath.Tests;

public sealed class LatencyHistogramTests
{
    private static readonly double[] s_shares = [0, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1];

    [Test]
    public void Percentile_AnyLatencies_IsTheSortedOneOrUpTo64thAbove() =>
        Gen.Select(Gen.Long[0, 10_000_000].Array[1, 300], Gen.Int[0, 7].Select(i => s_shares[i])).Sample((latencies, share) =>
        {
            long[] sorted = [.. latencies.Order()];
            long trueNs = sorted[Math.Max(0, (int)Math.Ceiling((decimal)share * sorted.Length) - 1)];

            long foundNs = Of(latencies).PercentileNs(share);

            Assert.That(foundNs, Is.InRange(trueNs, Math.Min(trueNs + (trueNs / 64), sorted[^1])));
        }, iter: 2_000);

    [Test]
    public void Figures_AnyLatencies_AreExact() => Gen.Long[0, 10_000_000].Array[1, 300].Sample(latencies =>
    {
        LatencyHistogram histogram = Of(latencies);

        Assert.That((histogram.Count, histogram.TotalNs, histogram.MaxNs), Is.EqualTo(((long)latencies.Length, latencies.Sum(), latencies.Max())));
        Assert.That(histogram.MeanNs, Is.EqualTo(latencies.Average()).Within(1e-6));
        Assert.That(histogram.PercentileNs(1), Is.EqualTo(latencies.Max()));
    });

    [Test]
    public void Buckets_AnyLatencies_HoldEachOnceAndEndAtTheMaximum() => Gen.Long[0, 10_000_000].Array[1, 300].Sample(latencies =>
    {
        LatencyBucket[] buckets = [.. Of(latencies).Buckets];

        Assert.That(buckets.Select(b => b.LongestNs), Is.Ordered.Ascending);
        Assert.That(buckets[^1].LongestNs, Is.EqualTo(latencies.Max()));
        long upTo = 0;
        foreach (LatencyBucket bucket in buckets)
        {
            upTo += bucket.Count;
            Assert.That(upTo, Is.EqualTo(latencies.LongCount(ns => ns <= bucket.LongestNs)));
        }
    });

    [Test]
    public void Record_ManyTimes_IsTheSameAsOneByOne()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(5_000, times: 3);
        histogram.Record(70, times: 0);

        Assert.That((histogram.Count, histogram.TotalNs, histogram.MaxNs), Is.EqualTo((3, 15_000, 5_000)));
        Assert.That(histogram.PercentileNs(0), Is.EqualTo(5_000));
    }

    [Test]
    public void Add_TwoHistograms_IsTheSameAsOne() => Gen.Select(Gen.Long[0, 100_000].Array[0, 50], Gen.Long[0, 100_000].Array[0, 50]).Sample((a, b) =>
    {
        LatencyHistogram sum = Of(a);
        sum.Add(Of(b));
        LatencyHistogram both = Of([.. a, .. b]);

        Assert.That((sum.Count, sum.TotalNs, sum.MaxNs), Is.EqualTo((both.Count, both.TotalNs, both.MaxNs)));
        foreach (double share in (double[])[0, 0.1, 0.5, 0.9, 1])
        {
            Assert.That(sum.PercentileNs(share), Is.EqualTo(both.PercentileNs(share)));
        }
    });

    [Test]
    public void Figures_WithoutLatencies_AreZero()
    {
        var histogram = new LatencyHistogram();

        Assert.That((histogram.Count, histogram.TotalNs, histogram.MaxNs, histogram.PercentileNs(0.5)), Is.EqualTo((0, 0, 0, 0)));
        Assert.That(histogram.MeanNs, Is.Zero);
    }

    [Test]
    public void Arguments_OutOfRange_AreRefused()
    {
        var histogram = new LatencyHistogram();

        Assert.That(() => histogram.Record(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => histogram.Record(1, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => histogram.PercentileNs(-0.1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => histogram.PercentileNs(1.1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => histogram.PercentileNs(double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    // The replay counts wake-ups by kind first: what it makes of them must be what single latencies give.
    [Test]
    public void LatencyOfAReplay_AnyReplay_IsThatOfItsIdlePeriodsOneByOne() => RandomReplay.Any.Sample(run =>
    {
        ReplaySettings settings = run.Settings with { ScoreFromNs = null };
        var one = new LatencyHistogram();
        long before = 0;
        for (int count = 1; count <= run.Trace.Vcpus[0].Count; count++)
        {
            var part = new MadeUpTrace([[.. run.Trace.Vcpus[0].Take(count)]], run.Trace.FirstNs, run.Trace.LastNs);
            long totalNs = part.Replay(run.Predictor, settings).Latency.TotalNs;
            one.Record(totalNs - before, part.Vcpus[0][^1].TaskRan ? 1 : 0);
            before = totalNs;
        }

        LatencyHistogram whole = (run.Trace with { Vcpus = [run.Trace.Vcpus[0]] }).Replay(run.Predictor, settings).Latency;
        Assert.That((whole.Count, whole.TotalNs, whole.MaxNs), Is.EqualTo((one.Count, one.TotalNs, one.MaxNs)));
        for (double share = 0; share <= 1; share += 1.0 / 64)
        {
            Assert.That(whole.PercentileNs(share), Is.EqualTo(one.PercentileNs(share)), $"{share}");
        }
    }, iter: 300);

    private static LatencyHistogram Of(long[] latencies)
    {
        var histogram = new LatencyHistogram();
        foreach (long latencyNs in latencies)
        {
            histogram.Record(latencyNs);
        }

        return histogram;
    }

    [Test]
    public void CountUpTo_AnyLength_AgreesWithThePercentile() => Gen.Select(Gen.Long[0, 100_000].Array[1, 300], Gen.Long[0, 110_000]).Sample((latencies, atMostNs) =>
    {
        var histogram = new LatencyHistogram();
        foreach (long latencyNs in latencies)
        {
            histogram.Record(latencyNs);
        }

        long within = histogram.CountUpTo(atMostNs);

        Assert.That(within, Is.LessThanOrEqualTo(latencies.Count(l => l <= atMostNs)));
        Assert.That(within >= Math.Ceiling(0.99 * latencies.Length), Is.EqualTo(histogram.PercentileNs(0.99) <= atMostNs));
    });
}
