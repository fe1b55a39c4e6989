using Predictors.IdlePath;
using Predictors.IdlePath.Tests;

namespace Predictors.Plugins.Tests;

/// <summary>
/// Exponential idle lengths of mean m, a window p, and C for a halt: an idle period costs m (1 - e^(-p/m)) + C e^(-p/m) on average.
/// </summary>
public sealed class ExponentialIdleTests
{
    private const int Periods = 400_000;
    private const double StandardErrors = 5;

    [TestCase(30_000, 0)]
    [TestCase(30_000, 7_000)]
    [TestCase(30_000, 14_000)]
    [TestCase(30_000, 60_000)]
    [TestCase(5_000, 14_000)]
    [TestCase(5_000, 100_000)]
    [TestCase(400_000, 14_000)]
    [TestCase(400_000, 300_000)]
    public void FixedWindow_ExponentialIdles_CostsWhatTheFormulaSays(double meanNs, long windowNs)
    {
        // 7,000 ns of CPU time and as much latency, at a rate of 1.
        const double haltNs = 14_000;
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(hostWakeNs: 7_000)) };
        var random = new Random(20_240_229);
        IEnumerable<long> idles = Enumerable.Range(0, Periods).Select(_ => Math.Max(1, (long)(-Math.Log(1 - random.NextDouble()) * meanNs)));
        ReplayResult result = MadeUpTrace.Of(idles).Replay(Shipped.Get("fixed-window", $"window={windowNs}ns"), settings);

        double missed = Math.Exp(-windowNs / meanNs);
        double expected = (meanNs * (1 - missed)) + (haltNs * missed);
        double polledSquare = (2 * meanNs * meanNs) - (missed * ((double)windowNs * windowNs + (2 * windowNs * meanNs) + (2 * meanNs * meanNs)));
        double square = polledSquare + (missed * (windowNs + haltNs) * (windowNs + haltNs));
        double standardError = Math.Sqrt((square - (expected * expected)) / Periods);

        // Lengths are cut to whole ns: half a ns less on average.
        Assert.That(result.CostNs(1) / Periods, Is.EqualTo(expected).Within((StandardErrors * standardError) + 1));
        Assert.That(standardError, Is.LessThan(expected / 300), "the bound is tight enough to tell");
    }
}
