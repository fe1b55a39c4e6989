using System.Text.Json.Nodes;
using NUnit.Framework.Constraints;

namespace Predictors.IdlePath.Tests;

public sealed class MachineProfilesTests
{
    private static readonly string[] s_builtIn = ["alibaba-2017", "free", "icelake-sp", "ivybridge-2015", "kvm-2vcpu-2026", "sapphire-rapids", "skylake-sp", "tdx-32vcpu"];

    [Test]
    public void Names_BuiltIn_AreSorted() => Assert.That(MachineProfiles.Names, Is.EqualTo(s_builtIn));

    [TestCaseSource(nameof(s_builtIn))]
    public void Get_BuiltIn_GivesTheProfileOfThatName(string name)
    {
        MachineProfile profile = MachineProfiles.Get(name);

        Assert.That(profile.Name, Is.EqualTo(name));
        Assert.That(profile.Description, Is.Not.Empty);
    }

    [Test]
    public void Get_Default_IsBuiltIn() => Assert.That(MachineProfiles.Names, Does.Contain(MachineProfiles.DefaultName));

    [Test]
    public void Get_OnesOwnFile_ReadsAllFigures()
    {
        using ProfileFile file = ProfileFile.Of(p =>
        {
            p["costs"]!["hostWake"]!["ns"] = 1_000_000_000;
            p["costs"]!["pause"]!["ns"] = 0;
        });

        MachineProfile profile = MachineProfiles.Get(file.Path);

        Assert.That((profile.Costs.HostWake.Ns, profile.Costs.Pause.Ns, profile.Costs.TimerWriteExit.Ns), Is.EqualTo(((long?)1_000_000_000, (long?)0, (long?)1_100)));
        Assert.That(profile.CStates.Select(s => (s.Name, s.ExitLatencyNs, s.TargetResidencyNs)), Is.EqualTo(
            [("C1", 2_000L, 2_000L), ("C1E", 10_000, 20_000), ("C6", 133_000, 600_000)]));
    }

    [Test]
    public void Get_WithoutModeCosts_LeavesThemOpen()
    {
        using ProfileFile none = ProfileFile.Of(p => p.AsObject().Remove("modeCosts"));
        using ProfileFile varied = ProfileFile.Of(p => p["modeCosts"]!["ipiPosted"] = JsonNode.Parse("""{ "quantiles": [ { "share": 0, "ns": 1 }, { "share": 1, "ns": 2 } ], "source": "s" }"""));

        Assert.That(MachineProfiles.Get(none.Path).ModeCosts, Is.Null);
        Assert.That(() => MachineProfiles.Get(varied.Path), Refused(varied, "modeCosts.ipiPosted varies; this cost is a constant: expected 'ns'."));
    }

    [Test]
    public void Get_CommentsInTheFile_AreSkipped()
    {
        using ProfileFile file = ProfileFile.Of(_ => { });
        File.WriteAllText(file.Path, "// my machine\n" + File.ReadAllText(file.Path));

        Assert.That(MachineProfiles.Get(file.Path).Name, Is.EqualTo("skylake-sp"));
    }

    [Test]
    public void Get_NoSuchProfile_NamesThoseThatThereAre() =>
        Assert.That(
            () => MachineProfiles.Get("skylake"),
            Throws.InstanceOf<ProfileException>().With.Message.EqualTo($"skylake: no such profile and no such file; built in are {string.Join(", ", s_builtIn)}."));

    [Test]
    public void Get_SevenCStates_IsTheMost()
    {
        using ProfileFile seven = ProfileFile.Of(p => p["cStates"] = States(7));
        using ProfileFile eight = ProfileFile.Of(p => p["cStates"] = States(8));

        Assert.That(MachineProfiles.Get(seven.Path).CStates, Has.Count.EqualTo(7));
        Assert.That(() => MachineProfiles.Get(eight.Path), Refused(eight, "8 C-states; a profile has at most 7."));
    }

    [Test]
    public void Readme_TableOfCosts_ListsExactlyTheCosts()
    {
        string[] documented = [.. File.ReadLines(ProfileFile.Source("README.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1])];

        Assert.That(documented, Is.EqualTo(ProfileFile.Costs.Concat(ProfileFile.ModeCosts)));
    }

    internal static Constraint Refused(ProfileFile file, string reason) =>
        Throws.InstanceOf<ProfileException>().With.Message.EqualTo($"{file.Path}: {reason}");

    private static JsonArray States(int count) => [.. Enumerable.Range(1, count).Select(i => State($"C{i}", i * 1_000, i * 2_000))];

    internal static JsonObject State(string name, long exitLatencyNs, long targetResidencyNs) =>
        new() { ["name"] = name, ["exitLatencyNs"] = exitLatencyNs, ["targetResidencyNs"] = targetResidencyNs, ["source"] = "made up" };
}
