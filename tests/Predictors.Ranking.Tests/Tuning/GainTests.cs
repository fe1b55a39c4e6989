namespace Predictors.Ranking.Tests;

public sealed class GainTests
{
    [Test]
    public void Of_CostsThatAreAllHalved_IsFiftyPercentForSure()
    {
        Gain gain = Gain.Of([Part("a", 40, i => 10 + i, 0.5), Part("b", 30, i => 7, 0.5)], 500, seed: 1)!;

        Assert.That((gain.Percent, gain.LowPercent, gain.HighPercent, gain.Blocks), Is.EqualTo((50.0, 50.0, 50.0, 70)).Within(1e-9));
        Assert.That(gain.IsCertain);
    }

    [Test]
    public void Of_EqualCosts_IsNoCertainGain() => Assert.That(Gain.Of([Part("a", 40, i => 10 + i, 1)], 500, seed: 1)!.IsCertain, Is.False);

    [Test]
    public void Of_FewBlocks_IsNoCertainGain() => Assert.That(Gain.Of([Part("a", 3, i => 10, 0.5)], 500, seed: 1)!.IsCertain, Is.False);

    [Test]
    public void Of_HalvesThatCostNothing_IsNothing() => Assert.That(Gain.Of([Part("a", 3, i => 0, 1)], 500, seed: 1), Is.Null);

    /// <summary>Paired: what both settings pay alike on a block does not widen the interval of their ratio.</summary>
    [Test]
    public void Of_BlocksThatDifferByMuch_IsPaired()
    {
        Gain gain = Gain.Of([Part("a", 60, i => i % 2 == 0 ? 1 : 1_000, 0.8)], 500, seed: 1)!;

        Assert.That(gain.HighPercent - gain.LowPercent, Is.LessThan(1e-9));
    }

    private static PairedCosts Part(string key, int blocks, Func<int, double> cost, double ratio)
    {
        double[] costs = [.. Enumerable.Range(0, blocks).Select(cost)];
        return new PairedCosts(key, costs, [.. costs.Select(c => c * ratio)]);
    }
}
