using CsCheck;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.Plugins.Tests;

public class KvmHaltPollTests
{
    // Table T14, the columns of the KVM rule with the same cap.
    [TestCase(20, 20, 20, 0)]
    [TestCase(49, 80, 49, 0)]
    [TestCase(55, 80, 55, 0)]
    [TestCase(80, 80, 80, 0)]
    [TestCase(99, 160, 99, 0)]
    [TestCase(120, 160, 120, 0)]
    [TestCase(180, 200, 180, 0)]
    [TestCase(205, 0, 0, 1)]
    public void ConstantIdle_ColdStart_GivesTableT14(long idleUs, long windowUs, long pollUs, long blocks)
    {
        ClosedLoop<KvmHaltPollPredictor> loop = Loop().Idle(idleUs * 1_000, times: 100);

        Assert.That((loop.WindowNs, loop.PollNs, loop.Halts), Is.EqualTo((windowUs * 1_000, pollUs * 1_000, blocks)));
    }

    [Test]
    public void Window_GrowThenShrink_PassesReachableValues()
    {
        ClosedLoop<KvmHaltPollPredictor> loop = Loop();

        Assert.That(Windows(loop, 199_000, 6), Is.EqualTo([10_000, 20_000, 40_000, 80_000, 160_000, 200_000]));
        Assert.That(Windows(loop, 1_000_000, 6), Is.EqualTo([100_000, 50_000, 25_000, 12_500, 0, 0]));
    }

    [Test]
    public void Grow_AboveMax_IsTracedWholeAndClampedAtNextEntry()
    {
        ClosedLoop<KvmHaltPollPredictor> loop = Loop().Idle(199_000, times: 6);

        Assert.That(loop.TracedWindowNs, Is.EqualTo(320_000));
        Assert.That(loop.NextWindowNs, Is.EqualTo(200_000));
        Assert.That(loop.TracedWindowNs, Is.EqualTo(200_000));
    }

    [TestCase(40_000, 40_000)]
    [TestCase(40_001, 80_000)]
    [TestCase(199_999, 80_000)]
    [TestCase(200_000, 40_000)]
    [TestCase(200_001, 20_000)]
    public void Idle_AtBounds_FollowsComparison(long idleNs, long nextWindowNs) =>
        Assert.That(Loop().Idle(30_000, times: 3).Idle(idleNs).NextWindowNs, Is.EqualTo(nextWindowNs));

    [Test]
    public void Grow_Zero_NeverPolls() =>
        Assert.That(Windows(Loop("grow=0"), 50_000, 3), Is.All.Zero);

    [Test]
    public void Shrink_Zero_GoesToZeroAtOnce() =>
        Assert.That(Loop("shrink=0").Idle(199_000, times: 6).Idle(1_000_000).NextWindowNs, Is.Zero);

    [Test]
    public void Max_Zero_NeverPolls() =>
        Assert.That(Windows(Loop("max=0"), 1, 3), Is.All.Zero);

    [Test]
    public void GrowStart_AboveMax_ClampsAndShrinksToZero()
    {
        ClosedLoop<KvmHaltPollPredictor> loop = Loop("max=50us,grow-start=1ms").Idle(20_000);
        Assert.That((loop.TracedWindowNs, loop.NextWindowNs), Is.EqualTo((1_000_000, 50_000)));

        Assert.That(loop.Idle(60_000).NextWindowNs, Is.Zero);
    }

    // 2 s x 3 = 6,000,000,000 does not fit 32 bits: 1,705,032,704 is left.
    [Test]
    public void Grow_ProductAbove32Bits_Wraps()
    {
        ClosedLoop<KvmHaltPollPredictor> loop = Loop("max=4s,grow-start=2s,grow=3").Idle(1_000_000).Idle(3_900_000_000);
        Assert.That(loop.TracedWindowNs, Is.EqualTo(2_000_000_000), "the wrapped product is below the start");

        loop = Loop("max=4s,grow-start=1us,grow=2000000").Idle(3_900_000_000, times: 2);
        Assert.That(loop.TracedWindowNs, Is.EqualTo(2_000_000_000));
        loop = Loop("max=4s,grow-start=1us,grow=6000000").Idle(3_900_000_000, times: 2);
        Assert.That(loop.TracedWindowNs, Is.EqualTo(1_705_032_704));
    }

    [Test]
    public void Window_AnyIdlesAndParameters_StaysWithinMax() =>
        Gen.Select(Gen.Long[0, 500], Gen.Long[0, 4], Gen.Long[0, 500], Gen.Long[0, 4], Gen.Long[1, 2_000_000].Array[50]).Sample(
            (max, grow, start, shrink, idles) =>
            {
                ClosedLoop<KvmHaltPollPredictor> loop = Loop($"max={max}us,grow={grow},grow-start={start}us,shrink={shrink}");
                foreach (long idle in idles)
                {
                    Assert.That(loop.Idle(idle).WindowNs, Is.InRange(0, max * 1_000));
                }
            });

    private static ClosedLoop<KvmHaltPollPredictor> Loop(string parameters = "") => new(new KvmHaltPollFactory(), parameters);

    private static long[] Windows(ClosedLoop<KvmHaltPollPredictor> loop, long idleNs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => loop.Idle(idleNs).NextWindowNs)];
}
