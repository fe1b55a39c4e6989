using Predictors.Abstractions;
using Predictors.Plugins.Averages;

namespace Predictors.Plugins.Tests.Averages;

public class MovingAverageTests
{
    [Test]
    public void NoIdlePeriodYet_PollsForHaltCost() => Assert.That(Loop().NextWindowNs, Is.EqualTo(30_000));

    // Sums of the last four, the first ones being 0: 100, 110, 120 us, then 130 (too long), then 40 us.
    [Test]
    public void Window_OneLongLength_CountsForFourPeriods()
    {
        ClosedLoop<MovingAveragePredictor> loop = Loop();

        Assert.That(loop.Idle(100_000).NextWindowNs, Is.EqualTo(30_000));
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(30_000));
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(30_000));
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.Zero);
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(30_000));
    }

    [TestCase(30_000, 30_000)]
    [TestCase(30_001, 0)]
    public void MeanOfFour_AtHaltCost_FollowsComparison(long lastNs, long windowNs) =>
        Assert.That(Loop().Idle(30_000, times: 3).Idle(lastNs).NextWindowNs, Is.EqualTo(windowNs));

    [Test]
    public void Lengths_OfYears_DoNotOverflow() =>
        Assert.That(Loop().Idle(long.MaxValue, times: 9).Idle(1_000, times: 4).NextWindowNs, Is.EqualTo(30_000));

    [Test]
    public void HaltCost_Longest_DoesNotOverflow() =>
        Assert.That(Loop("halt-cost=24h").Idle(PollWindow.MaxNs, times: 4).NextWindowNs, Is.EqualTo(PollWindow.MaxNs));

    private static ClosedLoop<MovingAveragePredictor> Loop(string parameters = "") => new(new MovingAverageFactory(), parameters);
}
