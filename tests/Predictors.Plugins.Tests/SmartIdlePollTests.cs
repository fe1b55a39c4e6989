using CsCheck;
using Predictors.Plugins.SmartIdlePoll;

namespace Predictors.Plugins.Tests;

public class SmartIdlePollTests
{
    [Test]
    public void Window_ShortIdles_DoublesUpToThreshold() =>
        Assert.That(Windows(Loop(), 5_000, 7), Is.EqualTo([10_000, 20_000, 40_000, 80_000, 160_000, 200_000, 200_000]));

    [Test]
    public void Window_LongIdles_Halves() =>
        Assert.That(Windows(Loop().Idle(5_000, times: 6), 1_000_000, 3), Is.EqualTo([100_000, 50_000, 25_000]));

    [TestCase(199_999, 40_000)]
    [TestCase(200_000, 20_000)]
    [TestCase(200_001, 10_000)]
    public void Idle_AtThreshold_FollowsComparison(long idleNs, long nextWindowNs) =>
        Assert.That(Loop().Idle(5_000, times: 2).Idle(idleNs).NextWindowNs, Is.EqualTo(nextWindowNs));

    [Test]
    public void Shrink_Zero_GoesToZeroAtOnce() =>
        Assert.That(Loop("shrink=0").Idle(5_000, times: 6).Idle(1_000_000).NextWindowNs, Is.Zero);

    [Test]
    public void Threshold_Zero_NeverPolls() =>
        Assert.That(Windows(Loop("threshold=0"), 1, 3), Is.All.Zero);

    [Test]
    public void GrowStart_AboveThreshold_IsClamped() =>
        Assert.That(Loop("threshold=5us").Idle(1_000).NextWindowNs, Is.EqualTo(5_000));

    [Test]
    public void Window_AnyIdlesAndParameters_StaysWithinThreshold() =>
        Gen.Select(Gen.Long[0, 500], Gen.Long[1, 4], Gen.Long[0, 500], Gen.Long[0, 4], Gen.Long[1, 2_000_000].Array[50]).Sample(
            (threshold, grow, start, shrink, idles) =>
            {
                ClosedLoop<SmartIdlePollPredictor> loop = Loop($"threshold={threshold}us,grow={grow},grow-start={start}us,shrink={shrink}");
                foreach (long idle in idles)
                {
                    Assert.That(loop.Idle(idle).WindowNs, Is.InRange(0, threshold * 1_000));
                }
            });

    private static ClosedLoop<SmartIdlePollPredictor> Loop(string parameters = "") => new(new SmartIdlePollFactory(), parameters);

    private static long[] Windows(ClosedLoop<SmartIdlePollPredictor> loop, long idleNs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => loop.Idle(idleNs).NextWindowNs)];
}
