using Predictors.Plugins.Averages;

namespace Predictors.Plugins.Tests.Averages;

public class ExponentialAverageTests
{
    [Test]
    public void NoIdlePeriodYet_PollsForHaltCost() => Assert.That(Loop().NextWindowNs, Is.EqualTo(30_000));

    // 0 -> 50 -> 30 -> 40.5 -> 25.25 us.
    [Test]
    public void Window_WeightOfOneHalf_FollowsAverage()
    {
        ClosedLoop<ExponentialAveragePredictor> loop = Loop();

        Assert.That(loop.Idle(100_000).NextWindowNs, Is.Zero);
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(30_000), "exactly the cost of a halt");
        Assert.That(loop.Idle(51_000).NextWindowNs, Is.Zero);
        Assert.That(loop.Idle(10_000).NextWindowNs, Is.EqualTo(30_000));
    }

    // A quarter of 120 us is 30 us; of 120,004 ns one ns more.
    [TestCase(120_000, 30_000)]
    [TestCase(120_004, 0)]
    public void Weight_OneQuarter_TakesAQuarter(long idleNs, long windowNs) =>
        Assert.That(Loop("weight=0.25").Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [Test]
    public void Weight_One_IsTheLastLength()
    {
        ClosedLoop<ExponentialAveragePredictor> loop = Loop("weight=1").Idle(1_000_000_000);
        Assert.That(loop.NextWindowNs, Is.Zero);

        Assert.That(loop.Idle(30_000).NextWindowNs, Is.EqualTo(30_000));
    }

    [Test]
    public void Lengths_OfYears_DoNotOverflow()
    {
        ClosedLoop<ExponentialAveragePredictor> loop = Loop("weight=1").Idle(long.MaxValue, times: 3);
        Assert.That(loop.NextWindowNs, Is.Zero);

        Assert.That(loop.Idle(1_000).NextWindowNs, Is.EqualTo(30_000));
    }

    private static ClosedLoop<ExponentialAveragePredictor> Loop(string parameters = "") => new(new ExponentialAverageFactory(), parameters);
}
