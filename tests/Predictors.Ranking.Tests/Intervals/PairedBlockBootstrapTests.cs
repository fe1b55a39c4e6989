using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

public class PairedBlockBootstrapTests
{
    private const int Replicates = 1000;

    [Test]
    public void Intervals_SameSeed_AreTheSame()
    {
        BlockCosts trace = Noisy(blocks: 50, seed: 1);

        RatioInterval first = PairedBlockBootstrap.Intervals([trace], Replicates, seed: 7)[0];

        Assert.That(PairedBlockBootstrap.Intervals([trace], Replicates, seed: 7)[0], Is.EqualTo(first));
        Assert.That(PairedBlockBootstrap.Intervals([trace], Replicates, seed: 8)[0], Is.Not.EqualTo(first));
    }

    [Test]
    public void Intervals_SameRatioInEveryBlock_HaveNoWidth()
    {
        double[] clairvoyant = [1, 10, 100, 1000, 7];
        var trace = new BlockCosts("t", clairvoyant, [clairvoyant.Select(c => c * 4).ToArray()]);

        RatioInterval interval = PairedBlockBootstrap.Intervals([trace], Replicates, seed: 1)[0];

        Assert.That(interval.Low, Is.EqualTo(4).Within(1e-12));
        Assert.That(interval.High, Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void Intervals_OneBlock_IsTheRatio()
    {
        var trace = new BlockCosts("t", [2], [[3.0]]);

        RatioInterval interval = PairedBlockBootstrap.Intervals([trace], Replicates, seed: 1)[0];

        Assert.That(interval.Low, Is.EqualTo(1.5).Within(1e-12));
        Assert.That(interval.High, Is.EqualTo(1.5).Within(1e-12));
    }

    [Test]
    public void Intervals_FourTimesTheBlocks_AreAboutHalfAsWide()
    {
        double narrow = 0, wide = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            wide += Width(PairedBlockBootstrap.Intervals([Noisy(100, (ulong)seed)], Replicates, seed: 1)[0]);
            narrow += Width(PairedBlockBootstrap.Intervals([Noisy(400, (ulong)seed)], Replicates, seed: 1)[0]);
        }

        Assert.That(wide / narrow, Is.InRange(1.7, 2.3));
    }

    [Test]
    public void Intervals_OfManySamples_CoverTheTrueRatioAboutNineteenTimesIn20()
    {
        int covered = 0;
        for (int sample = 0; sample < 400; sample++)
        {
            RatioInterval interval = PairedBlockBootstrap.Intervals([Noisy(100, (ulong)sample)], 400, seed: 1)[0];
            covered += interval.Low <= 2 && 2 <= interval.High ? 1 : 0;
        }

        // 95 % of 400 is 380; four standard deviations of that binomial are 17, and the percentile method falls a little short.
        Assert.That(covered, Is.InRange(358, 397));
    }

    [Test]
    public void Intervals_BlocksThatCostTheClairvoyantNothing_StayFinite()
    {
        var trace = new BlockCosts("t", [0, 0, 0, 5], [[1.0, 0.0, 2.0, 10.0]]);

        RatioInterval interval = PairedBlockBootstrap.Intervals([trace], Replicates, seed: 1)[0];

        Assert.That(interval.Low, Is.InRange(2.0, 2.6));
        Assert.That(interval.High, Is.InRange(2.6, 5));
    }

    [Test]
    public void Intervals_TraceGivenTwice_AreNoNarrower()
    {
        BlockCosts trace = Noisy(blocks: 64, seed: 3);

        RatioInterval once = PairedBlockBootstrap.Intervals([trace], Replicates, seed: 1)[0];
        RatioInterval twice = PairedBlockBootstrap.Intervals([trace, trace], Replicates, seed: 1)[0];

        Assert.That(twice.Low, Is.EqualTo(once.Low).Within(1e-12));
        Assert.That(twice.High, Is.EqualTo(once.High).Within(1e-12));
    }

    [Test]
    public void Intervals_FourTracesAlike_AreAboutHalfAsWideAsOfOne()
    {
        BlockCosts[] traces = [.. Enumerable.Range(0, 4).Select(i => Noisy(blocks: 200, seed: 3, key: $"trace {i}"))];

        double one = Width(PairedBlockBootstrap.Intervals([traces[0]], Replicates, seed: 1)[0]);
        double four = Width(PairedBlockBootstrap.Intervals(traces, Replicates, seed: 1)[0]);

        Assert.That(one / four, Is.InRange(1.7, 2.3));
    }

    private static double Width(RatioInterval interval) => interval.High - interval.Low;

    /// <summary>Blocks that cost the clairvoyant 1,000 to 1,999 and the contender twice that on average.</summary>
    private static BlockCosts Noisy(int blocks, ulong seed, string key = "t")
    {
        var random = new SplitMix64(seed);
        var clairvoyant = new double[blocks];
        var contender = new double[blocks];
        for (int i = 0; i < blocks; i++)
        {
            clairvoyant[i] = 1_000 + random.NextBelow(1_000);
            contender[i] = clairvoyant[i] * (1 + (random.NextBelow(2_001) / 1_000.0));
        }

        return new BlockCosts(key, clairvoyant, [contender]);
    }
}
