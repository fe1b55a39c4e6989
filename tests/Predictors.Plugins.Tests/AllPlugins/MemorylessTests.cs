using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>
/// On memoryless idle lengths the past tells nothing: the best that anything can do is to poll for ever where the mean is
/// below the cost of a halt, and to halt at once where it is above. Who does better knows the future.
/// </summary>
public class MemorylessTests
{
    private const int Count = 200_000;
    private const long HaltCostNs = 30_000;

    private static readonly long[] s_meansUs = [10, 30, 90];

    private static IEnumerable<TestCaseData> Cases =>
        from name in ShippedPlugins.Variants
        from meanUs in s_meansUs
        select new TestCaseData(name, meanUs * 1_000.0);

    private static IEnumerable<TestCaseData> CasesWithRates =>
        from name in ShippedPlugins.Variants
        from exchangeRate in (double[])[1, 4, 10]
        select new TestCaseData(name, 30_000.0, exchangeRate);

    [TestCaseSource(nameof(Cases))]
    public void Cost_MemorylessIdleLengths_IsNotBelowTheOptimum(string name, double meanNs)
    {
        Period[] periods = Periods.Memoryless(Count, meanNs, seed: 11);

        Assert.That(ShippedPlugins.RunVariant(name).CostNs(periods, HaltCostNs) / Count, Is.GreaterThan(LeastNs(meanNs)));
    }

    // The halt costs what the machine and the exchange rate make of it, and the predictor is told.
    [TestCaseSource(nameof(CasesWithRates))]
    public void Cost_KnownMachineAndRate_IsNotBelowTheOptimum(string name, double meanNs, double exchangeRate)
    {
        const long latencyNs = 6_000;
        long haltCostNs = latencyNs + (long)(exchangeRate * latencyNs);
        Period[] periods = Periods.Memoryless(Count, meanNs, seed: 12);
        PluginRun run = ShippedPlugins.RunVariant(name, MadeUpConditions.OfHalts(latencyNs, exchangeRate));

        Assert.That(run.CostNs(periods, haltCostNs) / Count, Is.GreaterThan(LeastNs(meanNs, haltCostNs)));
    }

    [TestCase(10_000)]
    [TestCase(30_000)]
    [TestCase(90_000)]
    public void Cost_OfWhoKnowsTheIdleLength_IsBelowTheOptimum(double meanNs)
    {
        Period[] periods = Periods.Memoryless(Count, meanNs, seed: 11);
        PluginRun peeking = PluginRun.Of(new PeekingFactory([.. periods.Select(p => p.IdleNs)], HaltCostNs));

        Assert.That(peeking.CostNs(periods, HaltCostNs) / Count, Is.LessThan(LeastNs(meanNs)));
    }

    /// <summary>The optimum less five standard errors: a period's cost varies by less than the mean length and half a halt.</summary>
    private static double LeastNs(double meanNs, long haltCostNs = HaltCostNs) =>
        Math.Min(meanNs, haltCostNs) - (5 * (meanNs + (haltCostNs / 2.0)) / Math.Sqrt(Count));

    private sealed class PeekingFactory(long[] idleNs, long haltCostNs) : IPredictorFactory<PeekingPredictor>
    {
        public PredictorDescription Description { get; } = new("peeking", "Knows the future.");

        public PeekingPredictor Create(ParameterValues values, int vcpu) => new(idleNs, haltCostNs);
    }

    private struct PeekingPredictor(long[] idleNs, long haltCostNs) : IIdlePredictor
    {
        private int _next;

        public readonly long PredictPollNs(in IdleEntry entry) => idleNs[_next] <= haltCostNs ? haltCostNs : PollWindow.None;

        public void Observe(in IdleExit exit) => _next++;
    }
}
