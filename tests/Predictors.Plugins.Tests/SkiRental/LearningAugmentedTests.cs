using Predictors.Plugins.SkiRental;

namespace Predictors.Plugins.Tests.SkiRental;

public class LearningAugmentedTests
{
    [Test]
    public void NoIdlePeriodYet_PredictsShort() => Assert.That(Loop().NextWindowNs, Is.EqualTo(60_000));

    // Half of the length is the average after the first one.
    [TestCase(59_998, 60_000)]
    [TestCase(60_000, 15_000)]
    public void Prediction_AtHaltCost_FollowsComparison(long idleNs, long windowNs) =>
        Assert.That(Loop().Idle(idleNs).NextWindowNs, Is.EqualTo(windowNs));

    [TestCase("lambda=1", 30_000, 30_000)]
    [TestCase("lambda=0.25", 120_000, 7_500)]
    [TestCase("lambda=0.1,halt-cost=10us", 100_000, 1_000)]
    public void Lambda_Given_SetsBothWindows(string parameters, long shortIdleNs, long longIdleNs)
    {
        Assert.That(Loop(parameters).Idle(1_000).NextWindowNs, Is.EqualTo(shortIdleNs));
        Assert.That(Loop(parameters).Idle(1_000_000).NextWindowNs, Is.EqualTo(longIdleNs));
    }

    // 1 + lambda with right predictions, 1 + 1/lambda whatever they are; idle lengths from 1 us to 1 ms.
    [Test]
    public void Cost_ConstantIdle_StaysWithinBothBounds()
    {
        for (long idleNs = 1_000; idleNs < 1_000_000; idleNs += 777)
        {
            foreach (double lambda in new[] { 0.1, 0.5, 1 })
            {
                ClosedLoop<LearningAugmentedPredictor> loop = Loop(FormattableString.Invariant($"lambda={lambda}"));
                long cheapestNs = Math.Min(idleNs, 30_000);
                loop.Idle(idleNs);
                Assert.That(loop.PollNs + (loop.Halts * 30_000), Is.LessThanOrEqualTo((1 + (1 / lambda)) * cheapestNs), "wrong prediction");

                loop.Idle(idleNs, times: 50);
                Assert.That(loop.PollNs + (loop.Halts * 30_000), Is.LessThanOrEqualTo((1 + lambda) * cheapestNs), "right prediction");
            }
        }
    }

    private static ClosedLoop<LearningAugmentedPredictor> Loop(string parameters = "") => new(new LearningAugmentedFactory(), parameters);
}
