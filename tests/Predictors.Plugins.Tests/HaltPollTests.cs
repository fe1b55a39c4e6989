using CsCheck;
using Predictors.Plugins.HaltPoll;

namespace Predictors.Plugins.Tests;

public class HaltPollTests
{
    // Table T14: constant idle length from a cold start, defaults, no halt overhead.
    [TestCase(20, 50, 20, 0)]
    [TestCase(49, 50, 49, 0)]
    [TestCase(55, 50, 50, 1)]
    [TestCase(80, 50, 50, 1)]
    [TestCase(99, 50, 50, 1)]
    [TestCase(120, 100, 100, 1)]
    [TestCase(180, 100, 100, 1)]
    [TestCase(205, 0, 0, 1)]
    public void ConstantIdle_ColdStart_GivesTableT14(long idleUs, long windowUs, long pollUs, long halts) =>
        AssertSteady(Loop(), idleUs, windowUs, pollUs, halts);

    // Table T15: the same after the window has reached the cap.
    [TestCase(205, 200, 200, 1)]
    [TestCase(260, 200, 200, 1)]
    [TestCase(310, 200, 200, 1)]
    [TestCase(350, 200, 200, 1)]
    [TestCase(395, 200, 200, 1)]
    [TestCase(410, 0, 0, 1)]
    public void ConstantIdle_WindowAtCap_GivesTableT15(long idleUs, long windowUs, long pollUs, long halts) =>
        AssertSteady(AtCap(), idleUs, windowUs, pollUs, halts);

    [Test]
    public void Window_AnyIdles_TakesOnlyReachableValues() =>
        Gen.Long[1, 600_000].Array[100].Sample(idles =>
        {
            ClosedLoop<HaltPollPredictor> loop = Loop();
            foreach (long idle in idles)
            {
                Assert.That(loop.Idle(idle).WindowNs, Is.AnyOf(0, 50_000, 100_000, 200_000));
            }
        });

    [TestCase(3, 200_000)]
    [TestCase(2, 100_000)]
    [TestCase(1, 50_000)]
    public void Shrink_LongIdles_SwitchesOffAfterSoMany(int longIdles, long fromNs)
    {
        ClosedLoop<HaltPollPredictor> loop = Loop();
        for (long window = 0; window < fromNs; window = loop.NextWindowNs)
        {
            loop.Idle(window + Math.Max(window, 30_000) + 1);
        }

        loop.Idle(10_000_000, longIdles - 1);
        Assert.That(loop.NextWindowNs, Is.Not.Zero);
        loop.Idle(10_000_000);
        Assert.That(loop.NextWindowNs, Is.Zero);
    }

    [Test]
    public void Shrink_Revision61_HalvesBelowStart() =>
        Assert.That(Windows(Loop("revision=6.1").Idle(30_000), 1_000_000, 4), Is.EqualTo([25_000, 12_500, 6_250, 3_125]));

    [Test]
    public void Shrink_Revision612_ResetsBelowStart() =>
        Assert.That(Windows(Loop("revision=6.12").Idle(30_000), 1_000_000, 2), Is.EqualTo([0, 0]));

    [Test]
    public void Shrink_Zero_GoesToZeroAtOnce() =>
        Assert.That(AtCap("shrink=0,revision=6.1").Idle(1_000_000).NextWindowNs, Is.Zero);

    [Test]
    public void AllowShrink_Off_Ratchets()
    {
        ClosedLoop<HaltPollPredictor> loop = Loop("allow-shrink=off").Idle(30_000).Idle(1_000_000_000, times: 10);

        Assert.That(loop.NextWindowNs, Is.EqualTo(50_000));
    }

    [Test]
    public void Grow_Zero_AlwaysGivesStart() =>
        Assert.That(Windows(Loop("grow=0"), 190_000, 3), Is.EqualTo([50_000, 50_000, 50_000]));

    [Test]
    public void GrowStart_AboveMax_JumpsToMaxAndShrinksToZero()
    {
        ClosedLoop<HaltPollPredictor> loop = Loop("max=2400us,grow-start=24ms").Idle(5_000);
        Assert.That(loop.NextWindowNs, Is.EqualTo(2_400_000));

        Assert.That(loop.Idle(10_000_000).NextWindowNs, Is.Zero);
    }

    // The halt alone counts: it is compared with the window (must be longer) and with the cap (may be equal).
    [TestCase(50_000, 50_000)]
    [TestCase(50_001, 100_000)]
    [TestCase(200_000, 100_000)]
    [TestCase(200_001, 0)]
    public void Halt_AtBounds_FollowsComparison(long haltNs, long nextWindowNs) =>
        Assert.That(Loop().Idle(30_000).Idle(50_000 + haltNs).NextWindowNs, Is.EqualTo(nextWindowNs));

    [Test]
    public void CaughtPoll_AnyLength_ChangesNothing() =>
        Assert.That(Windows(AtCap(), 200_000, 5), Is.All.EqualTo(200_000));

    [Test]
    public void Max_Zero_NeverPolls() =>
        Assert.That(Windows(Loop("max=0"), 1, 3), Is.All.Zero);

    // 1,000 ns x 6,000,000 = 6,000,000,000 does not fit 32 bits: 1,705,032,704 is left.
    [TestCase(2_000_000, 2_000_000_000)]
    [TestCase(6_000_000, 1_705_032_704)]
    public void Grow_ProductAbove32Bits_Wraps(int grow, long nextWindowNs)
    {
        ClosedLoop<HaltPollPredictor> loop = Loop($"max=4s,grow-start=1us,grow={grow}").Idle(3_900_000_000, times: 2);

        Assert.That(loop.NextWindowNs, Is.EqualTo(nextWindowNs));
    }

    [Test]
    public void Description_Host_SwitchesItsPollingOff() =>
        Assert.That(new HaltPollFactory().Description.SwitchesHostPollingOff, Is.True);

    private static ClosedLoop<HaltPollPredictor> Loop(string parameters = "") => new(new HaltPollFactory(), parameters);

    private static ClosedLoop<HaltPollPredictor> AtCap(string parameters = "") =>
        Loop(parameters).Idle(30_000).Idle(150_000).Idle(300_000);

    private static long[] Windows(ClosedLoop<HaltPollPredictor> loop, long idleNs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => loop.Idle(idleNs).NextWindowNs)];

    private static void AssertSteady(ClosedLoop<HaltPollPredictor> loop, long idleUs, long windowUs, long pollUs, long halts)
    {
        loop.Idle(idleUs * 1_000, times: 100);

        Assert.That((loop.WindowNs, loop.PollNs, loop.Halts), Is.EqualTo((windowUs * 1_000, pollUs * 1_000, halts)));
    }
}
