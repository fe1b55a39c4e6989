using System.Text.RegularExpressions;

namespace Predictors.IdlePath.Tests;

/// <summary>What holds for every machine that is built in.</summary>
public sealed partial class BuiltInProfilesTests
{
    private static IEnumerable<string> Machines => MachineProfiles.Names.Where(n => n != "free");

    [TestCaseSource(nameof(Machines))]
    public void Costs_OfAMachine_AreThinkable(string name)
    {
        ProfileCosts costs = MachineProfiles.Get(name).Costs;

        long haltedNs = TypicalNs(costs.IpiSend) + TypicalNs(costs.HostWake) + TypicalNs(costs.GuestEntry) + TypicalNs(costs.Inject) + TypicalNs(costs.TimerWriteExit);
        Assert.Multiple(() =>
        {
            Assert.That(costs.Pause.Ns, Is.InRange(1, 100), "a PAUSE takes 10 to 140 cycles");
            Assert.That(costs.PollClockCheck.Ns, Is.EqualTo(201 * costs.Pause.Ns), "the poll loop looks at the clock every 201 PAUSEs");
            Assert.That(TypicalNs(costs.StoreWake), Is.InRange(20, 10_000));
            Assert.That(TypicalNs(costs.StoreWake), Is.LessThan(haltedNs), "a caught wake-up is faster than a halted one");
            Assert.That(haltedNs, Is.InRange(3_000, 200_000), "published wake-ups of halted vCPUs take 5 to 70 us, of TDX guests more");
        });
    }

    [TestCaseSource(nameof(Machines))]
    public void CStates_OfAMachine_AreThoseOfTheKernel(string name)
    {
        MachineProfile profile = MachineProfiles.Get(name);

        Assert.That(profile.CStates.Select(s => s.ExitLatencyNs), Has.All.InRange(1_000, 1_000_000));
        Assert.That(profile.CStates.Count > 0 || profile.Description.Contains("--host-poll off", StringComparison.Ordinal), "C-states are listed, or are in hostWake");
    }

    // Where a figure comes from must be found again, or must be called an estimate.
    [TestCaseSource(nameof(Machines))]
    public void Sources_OfAMachine_NameAPlaceOrSayEstimate(string name)
    {
        MachineProfile profile = MachineProfiles.Get(name);
        IEnumerable<string> sources = ProfileFile.Costs.Select(cost => ProfileFile.CostOf(profile, cost).Source).Concat(profile.CStates.Select(s => s.Source));

        Assert.That(sources.Where(s => !Place().IsMatch(s)), Is.Empty);
    }

    private static long TypicalNs(ProfileCost cost) => new CostCurve(cost).At(share: 0.5, asleepNs: 50_000);

    [GeneratedRegex("estimate|derived|commit|series|cycles|drivers/|docs/|lkml|calibrated|^same$|TCP_RR|not fitted|not seen")]
    private static partial Regex Place();
}
