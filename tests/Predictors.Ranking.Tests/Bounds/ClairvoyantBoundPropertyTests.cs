using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Ranking.Tests;

/// <summary>Nobody beats the clairvoyant: on no trace, on no machine, whatever the host does, block by block.</summary>
public sealed class ClairvoyantBoundPropertyTests
{
    private static readonly double[] s_exchangeRates = [0, 0.3, 1, 10];

    [Test]
    public void Bound_RandomWindows_IsNotBeaten() => RandomReplay.Any.Sample(Holds, iter: 4_000);

    [Test]
    public void Bound_LongTraces_IsNotBeaten() => RandomReplay.Long.Sample(Holds, iter: 200);

    [Test]
    public void Bound_AnyMachine_IsNotBeaten() => RandomReplay.Varied.Sample(Holds, iter: 2_500);

    [Test]
    public void Bound_AnyMachineLongTraces_IsNotBeaten() => RandomReplay.LongVaried.Sample(Holds, iter: 25);

    [Test]
    public void Bound_AnyMachineWindowsThatKnowTheFuture_IsNotBeaten() => Foreseeing.Varied.Sample(Holds, iter: 2_500);

    [Test]
    public void Bound_WindowsThatKnowTheFuture_IsNotBeaten() => Foreseeing.Any.Sample(Holds, iter: 4_000);

    [Test]
    public void Bound_AnyReplay_DoesNotDependOnTheChunks() => Gen.Select(RandomReplay.Long, Gen.Int[1, 700]).Sample((run, chunk) =>
    {
        ClairvoyantResult whole = Bound(run, CostWeights.At(1), SegmentChunk.DefaultCapacity);
        ClairvoyantResult cut = Bound(run, CostWeights.At(1), chunk);

        Assert.That(cut.CostNs, Is.EqualTo(whole.CostNs));
        Assert.That(cut.BlockCostsNs, Is.EqualTo(whole.BlockCostsNs));
    }, iter: 100);

    [Test]
    public void Bound_OfLatencyAlone_IsThatOfAnEndlessExchangeRate() => RandomReplay.Any.Sample(IsOfAnEndlessRate, iter: 500);

    [Test]
    public void Bound_AnyMachineOfLatencyAlone_IsThatOfAnEndlessExchangeRate() => RandomReplay.Varied.Sample(IsOfAnEndlessRate, iter: 500);

    // With a trace of milliseconds no waste counts at a rate of 2^45.
    private static void IsOfAnEndlessRate(RandomReplay run)
    {
        double rate = Math.Pow(2, 45);

        Assert.That(
            Bound(run, CostWeights.LatencyAlone, SegmentChunk.DefaultCapacity).CostNs,
            Is.EqualTo(Bound(run, CostWeights.At(rate), SegmentChunk.DefaultCapacity).CostNs / rate).Within(1e-3));
    }

    private static void Holds(RandomReplay run)
    {
        ReplayResult result = run.Run();
        foreach (double rate in s_exchangeRates)
        {
            ClairvoyantResult bound = Bound(run, CostWeights.At(rate), SegmentChunk.DefaultCapacity);

            Assert.That(result.CostNs(rate), Is.GreaterThanOrEqualTo(bound.CostNs - Rounding(bound.CostNs)), $"exchange rate {rate}");
            Assert.That(result.Blocks, Has.Count.EqualTo(bound.BlockCostsNs.Count));
            for (int i = 0; i < bound.BlockCostsNs.Count; i++)
            {
                double least = bound.BlockCostsNs[i];
                Assert.That(result.Blocks[i].CostNs(rate), Is.GreaterThanOrEqualTo(least - Rounding(least)), $"block {i}, exchange rate {rate}");
            }
        }
    }

    private static ClairvoyantResult Bound(RandomReplay run, CostWeights weights, int chunk)
    {
        var bound = new ClairvoyantBound(run.Settings, weights);
        foreach (SegmentChunk segments in run.Trace.Chunks(chunk))
        {
            bound.Feed(segments);
        }

        return bound.Complete(run.Trace.Inspection);
    }

    // Whole ns up to a rate of 10 are exact in a double far beyond these sums; a rate of 0.3 is not.
    private static double Rounding(double costNs) => 1e-12 * costNs;
}
