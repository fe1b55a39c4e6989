using Predictors.Plugins.Ladder;

namespace Predictors.Plugins.Tests.Ladder;

public class LadderTests
{
    [Test]
    public void LongIdles_FourEach_StepUp() =>
        Assert.That(
            Windows(Loop(), 1_000_000, 12),
            Is.EqualTo([10_000, 10_000, 10_000, 20_000, 20_000, 20_000, 20_000, 50_000, 50_000, 50_000, 50_000, 0]));

    // From the last step, break-even 200 us, down over 100 and 50 us, where it still halts.
    [Test]
    public void ShortIdles_OneEach_StepDown() =>
        Assert.That(Windows(Loop().Idle(1_000_000, times: 100), 1_000, 7), Is.EqualTo([0, 0, 50_000, 20_000, 10_000, 10_000, 10_000]));

    // On the step with a break-even point of 10 us.
    [TestCase(9_999, 10_000)]
    [TestCase(10_000, 20_000)]
    public void Idle_BelowTheStep_LeadsDown(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(1_000_000, times: 4).Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [TestCase(10_000, 20_000)]
    [TestCase(10_001, 50_000)]
    public void Idle_AboveTheStepFourTimes_LeadsUp(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(1_000_000, times: 4).Idle(idleNs, times: 4).NextWindowNs, Is.EqualTo(windowNs));

    [Test]
    public void Idle_AtTheStep_KeepsTheCount()
    {
        ClosedLoop<LadderPredictor> loop = Loop().Idle(1_000_000, times: 3).Idle(5_000);
        Assert.That(loop.NextWindowNs, Is.EqualTo(10_000));

        Assert.That(loop.Idle(1_000_000).NextWindowNs, Is.EqualTo(20_000));
    }

    [Test]
    public void StepDown_AfterThreeLongIdles_ClearsTheCount()
    {
        ClosedLoop<LadderPredictor> loop = Loop().Idle(1_000_000, times: 7).Idle(1_000);
        Assert.That(Windows(loop, 1_000_000, 4), Is.EqualTo([10_000, 10_000, 10_000, 20_000]));
    }

    [TestCase("halt-cost=5us", 0, 0)]
    [TestCase("halt-cost=6us", 10_000, 0)]
    [TestCase("halt-cost=1ms", 10_000, 1_000_000)]
    public void HaltCost_SetsWhichStepsPoll(string parameters, long firstNs, long lastNs)
    {
        Assert.That(Loop(parameters).NextWindowNs, Is.EqualTo(firstNs));
        Assert.That(Loop(parameters).Idle(2_000_000, times: 100).NextWindowNs, Is.EqualTo(lastNs));
    }

    private static ClosedLoop<LadderPredictor> Loop(string parameters = "") => new(new LadderFactory(), parameters);

    private static long[] Windows(ClosedLoop<LadderPredictor> loop, long idleNs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => loop.Idle(idleNs).NextWindowNs)];
}
