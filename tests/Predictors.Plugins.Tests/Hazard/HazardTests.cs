using Predictors.Plugins.Hazard;

namespace Predictors.Plugins.Tests.Hazard;

public class HazardTests
{
    [Test]
    public void NoIdlePeriodYet_PollsForHaltCost() => Assert.That(Loop().NextWindowNs, Is.EqualTo(30_000));

    // The end of the bin that the length is in; beyond the cost of a halt polling never pays.
    [TestCase(17_000, 18_750)]
    [TestCase(30_000, 30_000)]
    [TestCase(100_000, 0)]
    public void ConstantIdle_OneLength_SetsTheWindow(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    // Of four, n last 4 us (up to 4,687 ns, polled 4.2 us on average) and the others 1 ms: one catch is worth 30 us and
    // costs 4.2 us + 3 x 4.7 us.
    [TestCase(0, 0)]
    [TestCase(1, 4_687)]
    public void Window_ShortLengthsAmongFour_PaysFromOneOn(int shortOnes, long windowNs) =>
        Assert.That(Loop().Idle(1_000_000, times: 4 - shortOnes).Idle(4_000, times: shortOnes).NextWindowNs, Is.EqualTo(windowNs));

    // One in seven does not pay any more: 30 us against 4.2 us + 6 x 4.7 us.
    [Test]
    public void Window_OneShortLengthAmongSeven_IsZero() =>
        Assert.That(Loop().Idle(1_000_000, times: 6).Idle(4_000).NextWindowNs, Is.Zero);

    [Test]
    public void Window_OtherLoad_FollowsWithinMemory()
    {
        ClosedLoop<HazardPredictor> loop = Loop("memory=64,exit-latency=0ns").Idle(8_000, times: 1_000);
        Assert.That(loop.NextWindowNs, Is.InRange(8_000, 30_000));

        Assert.That(loop.Idle(1_000_000, times: 3 * 64).NextWindowNs, Is.Zero);
    }

    // 35 us halted count as 25 us; 39 us of which at most half is the way out, as 19.5 us.
    [TestCase("exit-latency=10us", 35_000, 26_250)]
    [TestCase("exit-latency=20us", 39_000, 22_500)]
    [TestCase("exit-latency=0ns", 35_000, 0)]
    public void ExitLatency_OfHaltedLengths_IsTakenOff(string parameters, long idleNs, long windowNs) =>
        Assert.That(Loop(parameters).Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    private static ClosedLoop<HazardPredictor> Loop(string parameters = "exit-latency=0ns") => new(new HazardFactory(), parameters);
}
