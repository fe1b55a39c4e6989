using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Traces;

namespace Predictors.Ranking.Tests;

/// <summary>Who polls for as long as halting costs in all pays at most twice what the clairvoyant pays.</summary>
public sealed class TwiceTheClairvoyantTests
{
    private static readonly Gen<(long, long, MadeUpTrace)> s_runs = Gen.Select(
        Gen.Long[0, 20_000], Gen.Long[0, 20_000], Gen.OneOf(Gen.Long[0, 200], Gen.Long[0, 90_000], Gen.Long[0, 3_000_000]).Array[1, 300],
        (wakeNs, entryNs, idles) => (wakeNs, entryNs, MadeUpTrace.Of(idles)));

    [Test]
    public void FixedWindow_OfTheTotalHaltingCost_CostsAtMostTwiceTheClairvoyant() => s_runs.Sample((wakeNs, entryNs, trace) =>
    {
        (double costNs, double leastNs) = Costs(wakeNs, entryNs, trace);

        Assert.That(costNs, Is.LessThanOrEqualTo(2 * leastNs));
    }, iter: 2_000);

    [Test]
    public void FixedWindow_IdlesRightAboveIt_CostsExactlyTwiceTheClairvoyant()
    {
        (double costNs, double leastNs) = Costs(3_000, 2_000, MadeUpTrace.Of([10_001, 10_001, 10_001]));

        Assert.That((costNs, leastNs), Is.EqualTo((60_000d, 30_000d)));
    }

    private static (double CostNs, double LeastNs) Costs(long wakeNs, long entryNs, MadeUpTrace trace)
    {
        // CPU time and latency at once, at a rate of 1.
        long haltNs = 2 * (wakeNs + entryNs);
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(hostWakeNs: wakeNs, guestEntryNs: entryNs)) };
        var bound = new ClairvoyantBound(settings, exchangeRate: 1);
        foreach (SegmentChunk chunk in trace.Chunks())
        {
            bound.Feed(chunk);
        }

        ReplayResult result = trace.Replay(RandomReplay.Bound(new FixedWindowFactory(), $"window={haltNs}ns"), settings);
        return (result.CostNs(1), bound.Complete().CostNs);
    }
}
