using CsCheck;

namespace Predictors.IdlePath.Tests;

public sealed class BlockCostsTests
{
    [TestCase(0, 0, 0)]
    [TestCase(1, 1, 1)]
    [TestCase(255, 255, 1)]
    // 256 blocks become 128 of twice the length.
    [TestCase(256, 128, 2)]
    [TestCase(257, 129, 1)]
    [TestCase(258, 129, 2)]
    [TestCase(511, 256, 1)]
    [TestCase(512, 128, 4)]
    [TestCase(100_000, 196, 160)]
    public void Blocks_AfterSoManySlices_AreSoMany(int slices, int blocks, int slicesInTheLast)
    {
        long[] made = [.. Ones(slices).ToBlocks()];

        Assert.That(made, Has.Length.EqualTo(blocks));
        Assert.That(made.Sum(), Is.EqualTo(slices));
        Assert.That(made.LastOrDefault(), Is.EqualTo(slicesInTheLast));
        Assert.That(made.SkipLast(1).Distinct().Count(), Is.LessThanOrEqualTo(1), "all but the last are of one length");
    }

    [Test]
    public void Blocks_AnySlices_AreSumsOfNeighboursInTheirOrder() => Gen.Int[0, 3_000].Sample(slices =>
    {
        var costs = new BlockCosts<(int From, int To)>((a, b) => a.To == b.From ? (a.From, b.To) : throw new InvalidOperationException("not neighbours"));
        for (int i = 0; i < slices; i++)
        {
            costs.Add((i, i + 1));
        }

        int at = 0;
        foreach ((int from, int to) in costs.ToBlocks())
        {
            Assert.That(from, Is.EqualTo(at));
            at = to;
        }

        Assert.That(at, Is.EqualTo(slices));
    });

    [Test]
    public void Blocks_AskedForInBetween_StayAsTheyAre()
    {
        BlockCosts<long> costs = Ones(300);
        long[] before = [.. costs.ToBlocks()];

        Assert.That(costs.ToBlocks(), Is.EqualTo(before));
    }

    [Test]
    public void BlocksOfAReplay_AnyPredictor_HoldTheSameIdlePeriods()
    {
        // Every idle period costs 1 ns of latency: an injection, once halting is free.
        MadeUpTrace trace = MadeUpTrace.Of(Enumerable.Repeat(100L, 1_000));
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(injectNs: 1)) };

        Assert.That(trace.Replay(new ScriptedFactory(0, 1_000).Bind(), settings).Blocks.Select(b => b.LatencyNs), Is.EqualTo([256, 256, 256, 232]));
    }

    private static BlockCosts<long> Ones(int slices)
    {
        var costs = new BlockCosts<long>((a, b) => a + b);
        for (int i = 0; i < slices; i++)
        {
            costs.Add(1);
        }

        return costs;
    }
}
