using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Ranking.Tests;

public sealed class ClairvoyantFrontPropertyTests
{
    [Test]
    public void Front_RandomWindows_NoReplayIsBelow() => RandomReplay.Any.Sample(HoldsAbove, iter: 500);

    [Test]
    public void Front_WindowsThatKnowTheFuture_NoReplayIsBelow() => Foreseeing.Any.Sample(HoldsAbove, iter: 500);

    [Test]
    public void Front_AnyTrace_IsConvexAndFalling() => RandomReplay.Any.Sample(run =>
    {
        IReadOnlyList<FrontPoint> front = Of(run);
        for (int i = 1; i < front.Count; i++)
        {
            Assert.That(front[i].Waste, Is.GreaterThan(front[i - 1].Waste));
            Assert.That(front[i].Latency, Is.LessThan(front[i - 1].Latency));
        }
    }, iter: 200);

    [Test]
    public void Front_AnyExchangeRate_CostsNearlyAsMuchAsTheClairvoyant() => Gen.Select(RandomReplay.Any, Gen.Double[-6, 14]).Sample((run, octave) =>
    {
        double rate = Math.Pow(2, octave);
        var bound = new ClairvoyantBound(run.Settings, rate);
        foreach (SegmentChunk chunk in run.Trace.Chunks())
        {
            bound.Feed(chunk);
        }

        double leastNs = bound.Complete().CostNs;
        double frontNs = Of(run).Min(p => p.Waste + (rate * p.Latency));

        // Exact at the rates of the lines; between two of them a corner of the true front may be cut off.
        Assert.That(frontNs, Is.LessThanOrEqualTo((leastNs * (1 + 1e-6)) + 1e-3).And.GreaterThanOrEqualTo((leastNs * 0.9) - 1e-3));
    }, iter: 500);

    private static void HoldsAbove(RandomReplay run)
    {
        ReplayResult result = run.Run();
        IReadOnlyList<FrontPoint> front = Of(run);
        (double wasteNs, double latencyNs) = (result.Accounts.WasteNs, result.Latency.TotalNs);

        Assert.That(wasteNs, Is.GreaterThanOrEqualTo(front[0].Waste * (1 - 1e-9) - 1e-3), "the least waste");
        Assert.That(latencyNs, Is.GreaterThanOrEqualTo(front[^1].Latency * (1 - 1e-9) - 1e-3), "the least latency");
        for (int i = 1; i < front.Count; i++)
        {
            double rate = (front[i].Waste - front[i - 1].Waste) / (front[i - 1].Latency - front[i].Latency);
            double leastNs = front[i].Waste + (rate * front[i].Latency);
            Assert.That(wasteNs + (rate * latencyNs), Is.GreaterThanOrEqualTo(leastNs * (1 - 1e-9) - 1e-3), $"between corners {i - 1} and {i}");
        }
    }

    private static IReadOnlyList<FrontPoint> Of(RandomReplay run)
    {
        var front = new ClairvoyantFront(run.Settings);
        foreach (SegmentChunk chunk in run.Trace.Chunks())
        {
            for (int part = 0; part < ClairvoyantFront.Parts; part++)
            {
                front.Feed(part, chunk);
            }
        }

        return front.Complete();
    }
}
