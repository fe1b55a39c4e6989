namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Predictors that learn the distribution of the idle length come near to the best window for it.</summary>
public class ConvergenceTests
{
    private const int Count = 40_000;
    private const long HaltCostNs = 30_000;

    private static readonly string[] s_learners = ["hazard", "online-table"];
    private static readonly long[] s_constantsUs = [1, 7, 17, 25, 36, 100, 5_000];
    private static readonly long[] s_meansUs = [5, 15, 60, 300];

    private static IEnumerable<TestCaseData> Constants =>
        from name in s_learners
        from idleUs in s_constantsUs
        select new TestCaseData(name, idleUs * 1_000);

    private static IEnumerable<TestCaseData> Means =>
        from name in s_learners
        from meanUs in s_meansUs
        select new TestCaseData(name, meanUs * 1_000.0);

    // The optimum is to poll through below the cost of a halt, and to halt at once above.
    [TestCaseSource(nameof(Constants))]
    public void Cost_ConstantIdle_IsTheOptimum(string name, long idleNs) =>
        Assert.That(Ratio(name, Periods.Repeated(Count, idleNs), Math.Min(idleNs, HaltCostNs)), Is.InRange(1, 1.001));

    // The optimum is to poll for ever where the mean is below the cost of a halt, and to halt at once where it is above.
    [TestCaseSource(nameof(Means))]
    public void Cost_MemorylessIdle_IsNearTheOptimum(string name, double meanNs)
    {
        double ratio = Ratio(name, Periods.Memoryless(Count, meanNs, seed: 5), Math.Min(meanNs, HaltCostNs));

        TestContext.Out.WriteLine(ratio);
        Assert.That(ratio, Is.LessThan(1.1));
    }

    // Nine short lengths at random among ten: the optimum polls for the short ones and halts then, 0.1 x (8 us + 30 us) more.
    [TestCaseSource(nameof(s_learners))]
    public void Cost_BimodalIdle_IsNearTheOptimum(string name)
    {
        var random = new Random(3);
        Period[] periods = [.. Periods.Repeated(Count, 0).Select(p => p with { IdleNs = random.Next(10) == 0 ? 2_000_000 : 8_000 })];

        double ratio = Ratio(name, periods, (0.9 * 8_000) + (0.1 * (8_000 + HaltCostNs)));

        TestContext.Out.WriteLine(ratio);
        Assert.That(ratio, Is.LessThan(1.15));
    }

    // Every other idle period is long: who knows the last one knows the next one.
    [Test]
    public void Cost_AlternatingIdle_OnlineTableKnowsWhatComes() =>
        Assert.That(Ratio("online-table", Periods.Repeated(Count, 8_000, 2_000_000), (8_000 + HaltCostNs) / 2.0), Is.InRange(1, 1.01));

    /// <summary>The cost of the last three quarters of the periods over what is expected.</summary>
    private static double Ratio(string name, Period[] periods, double expectedNs)
    {
        long[] windows = ShippedPlugins.Run(name, "exit-latency=0ns").Windows(periods)[0];
        return windows.Zip(periods).Skip(Count / 4).Average(p => (double)p.Second.CostNs(p.First, HaltCostNs)) / expectedNs;
    }
}
