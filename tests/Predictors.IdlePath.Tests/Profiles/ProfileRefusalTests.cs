using System.Text.Json.Nodes;
using NUnit.Framework.Constraints;

namespace Predictors.IdlePath.Tests;

public sealed class ProfileRefusalTests
{
    private static IEnumerable<string> Costs => ProfileFile.Costs;

    [TestCaseSource(nameof(Costs))]
    public void Cost_Missing_IsNamed(string cost)
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]!.AsObject().Remove(cost));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, cost));
    }

    [TestCaseSource(nameof(Costs))]
    public void Cost_Null_IsNamed(string cost)
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]![cost] = null);

        Assert.That(
            () => MachineProfiles.Get(file.Path),
            MachineProfilesTests.Refused(file, $"costs.{cost} is missing; expected ns from 0 to 1000000000 and a source."));
    }

    [TestCase("inject", -1)]
    [TestCase("hltExit", 1_000_000_001)]
    public void Cost_OutOfRange_IsNamedWithValueAndBound(string cost, long ns)
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]![cost]!["ns"] = ns);

        Assert.That(
            () => MachineProfiles.Get(file.Path),
            MachineProfilesTests.Refused(file, $"costs.{cost} is {ns}; expected ns from 0 to 1000000000 and a source."));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(null)]
    public void Cost_WithoutASource_IsRefused(string? source)
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]!["inject"]!["source"] = source);

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, "costs.inject"));
    }

    [TestCase("ns")]
    [TestCase("source")]
    public void Cost_WithoutAMember_IsRefusedAndNotTakenForZero(string member)
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]!["inject"]!.AsObject().Remove(member));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, $"'{member}'"));
    }

    [TestCase("name")]
    [TestCase("exitLatencyNs")]
    [TestCase("targetResidencyNs")]
    [TestCase("source")]
    public void CState_WithoutAMember_IsRefusedAndNotTakenForZero(string member)
    {
        using ProfileFile file = ProfileFile.Of(p => p["cStates"]![0]!.AsObject().Remove(member));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, $"'{member}'"));
    }

    [Test]
    public void Member_Unknown_IsNamed()
    {
        using ProfileFile file = ProfileFile.Of(p => p["costs"]!["turbo"] = 1);

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, "turbo"));
    }

    [TestCase("description")]
    [TestCase("costs")]
    [TestCase("cStates")]
    [TestCase("name")]
    public void Member_Missing_IsNamed(string member)
    {
        using ProfileFile removed = ProfileFile.Of(p => p.AsObject().Remove(member));
        using ProfileFile isNull = ProfileFile.Of(p => p[member] = null);

        Assert.That(() => MachineProfiles.Get(removed.Path), RefusedNaming(removed, member));
        Assert.That(() => MachineProfiles.Get(isNull.Path), RefusedNaming(isNull, member));
    }

    [TestCase("")]
    [TestCase("not json")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{ \"name\": ")]
    public void File_NotAProfile_IsRefusedWithItsName(string content)
    {
        using ProfileFile file = ProfileFile.OfText(content);

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, string.Empty));
    }

    [Test]
    public void File_OnASecondLine_IsRefusedWithTheLine()
    {
        using ProfileFile file = ProfileFile.OfText("{\n\"name\": 5 }");

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, ", line 2: "));
    }

    [Test]
    public void File_TooLong_IsRefusedWithTheBound()
    {
        using ProfileFile file = ProfileFile.OfText(new string(' ', (1 << 20) + 1));

        Assert.That(() => MachineProfiles.Get(file.Path), MachineProfilesTests.Refused(file, "1048577 bytes; a profile has at most 1048576."));
    }

    [TestCase(2_000, 3_000)]
    [TestCase(3_000, 2_000)]
    [TestCase(1_000, 9_000)]
    public void CStates_NotAscending_AreRefused(long exitLatencyNs, long targetResidencyNs)
    {
        using ProfileFile file = ProfileFile.Of(p => p["cStates"] = new JsonArray(
            MachineProfilesTests.State("C1", 2_000, 2_000), MachineProfilesTests.State("C2", exitLatencyNs, targetResidencyNs)));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, $"C-state C2: exit latency {exitLatencyNs} ns and target residency {targetResidencyNs} ns"));
    }

    [TestCase(-1, 0)]
    [TestCase(0, -1)]
    [TestCase(1_000_000_001, 0)]
    public void CState_OutOfRange_IsRefused(long exitLatencyNs, long targetResidencyNs)
    {
        using ProfileFile file = ProfileFile.Of(p => p["cStates"] = new JsonArray(MachineProfilesTests.State("C1", exitLatencyNs, targetResidencyNs)));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, "C-state C1"));
    }

    [Test]
    public void CState_Null_IsRefused()
    {
        using ProfileFile file = ProfileFile.Of(p => p["cStates"] = new JsonArray((JsonNode?)null));

        Assert.That(() => MachineProfiles.Get(file.Path), RefusedNaming(file, "C-state"));
    }

    // The loop counts by the depth of sleep without looking at the bounds: what was not read from a file is held to them as well.
    [Test]
    public void Profile_MadeByAProgram_IsRefusedAsAFileIs()
    {
        MachineProfile deep = MadeUpProfile.Of(cStates: [.. Enumerable.Range(1, 8).Select(i => ((long)i, (long)i))]);
        MachineProfile negative = MadeUpProfile.Of(hltExitNs: -1);

        Assert.That(() => new IdlePathCosts(deep), Throws.InstanceOf<ProfileException>().With.Message.EqualTo("made-up: 8 C-states; a profile has at most 7."));
        Assert.That(() => new IdlePathCosts(negative), Throws.InstanceOf<ProfileException>().With.Message.StartsWith("made-up: costs.hltExit is -1;"));
    }

    [Test]
    public void Directory_InPlaceOfAFile_IsRefused()
    {
        string directory = AppContext.BaseDirectory;

        Assert.That(() => MachineProfiles.Get(directory), Throws.InstanceOf<ProfileException>().With.Message.StartsWith(directory));
    }

    private static ContainsConstraint RefusedNaming(ProfileFile file, string what) =>
        Throws.InstanceOf<ProfileException>().With.Message.StartsWith(file.Path).And.Message.Contains(what);
}
