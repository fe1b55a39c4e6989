using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>What every plugin of the solution must keep to.</summary>
public class ContractTests
{
    private static IEnumerable<string> Names => ShippedPlugins.Names;

    [Test]
    public void Plugins_InTheRepository_AreAllTested()
    {
        string root = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(root, "Predictors.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        IEnumerable<string> folders = Directory.GetDirectories(Path.Combine(root, "plugins")).Select(f => Path.GetFileName(f)!);

        Assert.That(ShippedPlugins.Assemblies.Select(a => a.GetName().Name), Is.EquivalentTo(folders));
    }

    [TestCaseSource(nameof(Names))]
    public void Windows_MixedLoad_AreWindows(string name) =>
        Assert.That(ShippedPlugins.Run(name).Windows(Periods.Mixed(2_000, seed: 1))[0], Is.All.InRange(PollWindow.None, PollWindow.MaxNs));

    [TestCaseSource(nameof(Names))]
    public void Decisions_OtherFuture_AreTheSameUntilThen(string name)
    {
        Period[] one = Periods.Mixed(2_000, seed: 1);
        Period[] other = [.. one.Take(1_000), .. Periods.Mixed(1_000, seed: 2)];

        // What is known at the entry of the first period that differs is the same; how it ends is not.
        other[1_000] = one[1_000] with { IdleNs = one[1_000].IdleNs + 1_000_000 };

        Assert.That(
            ShippedPlugins.Run(name).Windows(other)[0].Take(1_001),
            Is.EqualTo(ShippedPlugins.Run(name).Windows(one)[0].Take(1_001)));
    }

    [TestCaseSource(nameof(Names))]
    public void Decisions_AnotherVcpuInBetween_AreTheSame(string name)
    {
        Period[] one = Periods.Mixed(2_000, seed: 1);
        PluginRun run = ShippedPlugins.Run(name);

        Assert.That(run.Windows(one, Periods.Memoryless(2_000, 500_000, seed: 3))[0], Is.EqualTo(run.Windows(one)[0]));
    }

    // A collection that another test sets off may show up in the count: the least of several runs is the predictor's.
    [TestCaseSource(nameof(Names))]
    public void Decisions_MixedLoad_AllocateNothing(string name)
    {
        PluginRun run = ShippedPlugins.Run(name);
        Period[] periods = Periods.Mixed(5_000, seed: 1);

        Assert.That(Enumerable.Range(0, 5).Min(_ => run.AllocatedBytes(periods)), Is.Zero);
    }
}
