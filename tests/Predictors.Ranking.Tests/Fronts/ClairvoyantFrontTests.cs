using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Ranking.Tests;

public sealed class ClairvoyantFrontTests
{
    // Halting costs 3,000 ns of CPU and of latency. Polling through 4,096 ns costs 1,096 ns more than that, 8,192 ns 5,192 ns more.
    [Test]
    public void Front_TwoIdlePeriods_PollsTheOneFirstThatSavesMorePerNs()
    {
        IReadOnlyList<FrontPoint> front = Of([4_096, 8_192]);

        ExpectCorner(front[0], 6_000, 6_000);
        ExpectCorner(front.MinBy(p => Math.Abs(p.Waste - 7_096)), 7_096, 3_000);
        ExpectCorner(front[^1], 4_096 + 8_192, 0);
    }

    [Test]
    public void Front_BetweenTwoCorners_IsTheLineToWithinTheSpacingOfTheRates()
    {
        IReadOnlyList<FrontPoint> front = Of([8_192]);

        // From halting (3,000 of both) to polling through (8,192 and 0): the line that spending a part of the budget follows.
        foreach (FrontPoint point in front)
        {
            double lineNs = 3_000 * (1 - ((point.Waste - 3_000) / 5_192));
            Assert.That(point.Latency, Is.LessThanOrEqualTo(lineNs + 1e-3).And.GreaterThan(lineNs - (0.1 * 3_000)));
        }
    }

    [Test]
    public void Front_IdlePeriodsThatAreShorterThanAHalt_IsOnePoint()
    {
        IReadOnlyList<FrontPoint> front = Of([100, 50, 127]);

        ExpectCorner(front.Single(), 277, 0);
    }

    // Halting once costs 3,000 ns of latency; polling through costs five minutes: 100 million ns of waste for each ns.
    [Test]
    public void Front_IdlePeriodThatHardlyPaysToPoll_EndsAtTheLeastLatency()
    {
        IReadOnlyList<FrontPoint> front = Of([300_000_000_000]);

        ExpectCorner(front[0], 3_000, 3_000);
        Assert.That(front[^1].Latency, Is.Zero);
        Assert.That(front[^1].Waste, Is.LessThanOrEqualTo(300_000_000_000).And.GreaterThan(1_000_000_000));
    }

    [Test]
    public void Front_WithoutIdlePeriods_IsWithoutWasteAndLatency() => ExpectCorner(Of([]).Single(), 0, 0);

    [Test]
    public void Mean_OfTwoFronts_SpendsWhereItSavesMost()
    {
        FrontPoint[] steep = [new(10, 100), new(12, 20)];
        FrontPoint[] flat = [new(0, 60), new(20, 40), new(60, 20)];

        Assert.That(ClairvoyantFront.Mean([flat, steep]), Is.EqualTo((FrontPoint[])[new(5, 80), new(6, 40), new(16, 30), new(36, 20)]));
        Assert.That(ClairvoyantFront.Mean([flat]), Is.EqualTo(flat));
        Assert.That(ClairvoyantFront.Mean([flat, []]), Is.Empty);
    }

    private static IReadOnlyList<FrontPoint> Of(long[] idles)
    {
        var front = new ClairvoyantFront(new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(hostWakeNs: 3_000)) });
        foreach (SegmentChunk chunk in MadeUpTrace.Of(idles).Chunks())
        {
            for (int part = 0; part < ClairvoyantFront.Parts; part++)
            {
                front.Feed(part, chunk);
            }
        }

        return front.Complete();
    }

    private static void ExpectCorner(FrontPoint point, double wasteNs, double latencyNs)
    {
        Assert.That(point.Waste, Is.EqualTo(wasteNs).Within(1e-3));
        Assert.That(point.Latency, Is.EqualTo(latencyNs).Within(1e-3));
    }
}
