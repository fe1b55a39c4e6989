using Predictors.IdlePath;

namespace Predictors.Plugins.Tests;

/// <summary>Published measurements, simulated: what was once inside its bar must stay there.</summary>
public sealed class ReproductionTests
{
    // The README of the experiments says why.
    private static readonly string[] s_outside = ["T1 smart-poll-500us"];

    private static IEnumerable<string> Tables => Reproduction.Tables;

    [TestCaseSource(nameof(Tables))]
    public void Run_ATable_MeetsItsBarsButForThoseThatAreKnown(string name)
    {
        ReproducedTable table = Reproduction.Run(name, Bind);

        Assert.That(table.Orders.Where(o => !o.Holds).Select(o => o.Text), Is.Empty);
        Assert.That(
            table.Figures.Where(f => !f.IsInside).Select(f => $"{name} {f.Published.Configuration}"),
            Is.EquivalentTo(s_outside.Where(o => o.StartsWith(name + " ", StringComparison.Ordinal))),
            string.Join("; ", table.Figures.Select(f => FormattableString.Invariant($"{f.Published.Configuration} {f.Published.Metric} {f.Published.Low} {f.Simulated:0.00}"))));
    }

    [Test]
    public void Run_NoSuchTable_NamesThoseThatThereAre() =>
        Assert.That(() => Reproduction.Run("T3", Bind), Throws.ArgumentException.With.Message.Contains("T1, T2, T8, T9, T10, T14, T15"));

    [Test]
    public void Unreproduced_Tables_AreOthersAndSayWhy()
    {
        Assert.That(Reproduction.Unreproduced.Select(t => t.Name), Is.EqualTo(["T3", "T4", "T5", "T6", "T7", "T11", "T12", "T13"]));
        Assert.That(Reproduction.Unreproduced.Select(t => t.Reason), Has.All.Not.Empty);
    }

    // The fit of the profile alibaba-2017, made anew: one factor on all costs of skylake-sp, so that T1's row without the patch comes out.
    [Test]
    public void AlibabaProfile_Factor_IsTheOneThatFits()
    {
        MachineProfile skylake = MachineProfiles.Get("skylake-sp");
        (double low, double high) = (0.1, 2);
        while (high - low > 0.0001)
        {
            double factor = (low + high) / 2;
            double switchNs = ContextSwitchExperiment.SwitchNs(
                Scaled(skylake, factor), ContextSwitchExperiment.WorkNs, Bind("halt"), Bind("kvm-halt-poll:shrink=0"));
            (low, high) = switchNs < 2493.14 ? (factor, high) : (low, factor);
        }

        MachineProfile fitted = Scaled(skylake, Math.Round(low, 3));
        MachineProfile shipped = MachineProfiles.Get("alibaba-2017");
        Assert.That(CostsOf(shipped), Is.EqualTo(CostsOf(fitted)), $"factor {low}");
    }

    private static MachineProfile Scaled(MachineProfile profile, double factor)
    {
        ProfileCosts costs = profile.Costs;
        return profile with
        {
            Costs = costs with
            {
                StoreWake = Times(costs.StoreWake),
                TimerWriteExit = Times(costs.TimerWriteExit),
                TimerExpiryExit = Times(costs.TimerExpiryExit),
                HltExit = Times(costs.HltExit),
                GuestEntry = Times(costs.GuestEntry),
                HostBlock = Times(costs.HostBlock),
                HostWake = Times(costs.HostWake),
                IpiSend = Times(costs.IpiSend),
                Inject = Times(costs.Inject),
            },
        };

        ProfileCost Times(ProfileCost cost) => new((long)Math.Round(cost.Ns!.Value * factor), "scaled");
    }

    private static long[] CostsOf(MachineProfile profile)
    {
        ProfileCosts c = profile.Costs;
        return
        [
            .. new[]
            {
                c.Pause, c.PollClockCheck, c.StoreWake, c.TimerWriteExit, c.TimerExpiryExit, c.HltExit, c.GuestEntry, c.HostBlock, c.HostWake, c.IpiSend,
                c.Inject,
            }.Select(cost => cost.Ns!.Value),
        ];
    }

    private static BoundPredictor Bind(string spec)
    {
        string[] parts = spec.Split(':', ',');
        return Shipped.Get(parts[0], parts[1..]);
    }
}
