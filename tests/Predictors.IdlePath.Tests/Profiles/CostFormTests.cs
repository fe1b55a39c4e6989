using System.Text.Json.Nodes;

namespace Predictors.IdlePath.Tests;

/// <summary>The three forms of a cost: what is read, what is refused, what is drawn.</summary>
public sealed class CostFormTests
{
    [Test]
    public void Table_OfConstantsAndDistributions_IsReadAndDrawn()
    {
        ProfileCost cost = Read("hostWake", """
            { "afterSleep": [ { "fromNs": 0, "ns": 3500 }, { "fromNs": 1000, "quantiles": [ { "share": 0, "ns": 4000 }, { "share": 0.5, "ns": 5000 }, { "share": 1, "ns": 9000 } ] } ], "source": "s" }
            """);
        var curve = new CostCurve(cost);

        Assert.That((cost.IsConstant, cost.LeastNs, curve.IsConstant, curve.LeastNs), Is.EqualTo((false, 3_500L, false, 3_500L)));
        Assert.That(curve.FromNs, Is.EqualTo([0L, 1_000L]));
        Assert.That(curve.At(1, 999), Is.EqualTo(3_500), "a constant row, whatever the luck");
        Assert.That(
            new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => curve.At(share, 1_000)), Is.EqualTo([4_000L, 4_500, 5_000, 7_000, 9_000]));
    }

    [Test]
    public void Distribution_IsReadAndDrawn()
    {
        var curve = new CostCurve(Read("ipiSend", """{ "quantiles": [ { "share": 0, "ns": 10 }, { "share": 1, "ns": 30 } ], "source": "s" }"""));

        Assert.That((curve.LeastNs, curve.At(0, 5), curve.At(0.5, 5), curve.At(1, 5)), Is.EqualTo((10L, 10L, 20L, 30L)));
    }

    [Test]
    public void Constant_IsDrawnAsItIs() =>
        Assert.That(new CostCurve(new ProfileCost(7, "s")).At(0.9, 123), Is.EqualTo(7));

    [TestCase("""{ "source": "s" }""", "costs.hostWake has 0 of 'ns', 'quantiles' and 'afterSleep'; expected exactly one.")]
    [TestCase("""{ "ns": 1, "afterSleep": [ { "fromNs": 0, "ns": 1 } ], "source": "s" }""", "costs.hostWake has 2 of 'ns', 'quantiles' and 'afterSleep'; expected exactly one.")]
    [TestCase("""{ "afterSleep": [], "source": "s" }""", "costs.hostWake.afterSleep has 0 rows; expected 1 to 64.")]
    [TestCase("""{ "afterSleep": [ { "fromNs": 5, "ns": 1 } ], "source": "s" }""", "costs.hostWake.afterSleep[0].fromNs is 5; expected 0 in the first row.")]
    [TestCase("""{ "afterSleep": [ { "fromNs": 0, "ns": 1 }, { "fromNs": 0, "ns": 2 } ], "source": "s" }""", "costs.hostWake.afterSleep[1].fromNs is 0; expected more than 0, the row's before it, up to 3600000000000.")]
    [TestCase("""{ "afterSleep": [ { "fromNs": 0, "ns": 9 }, { "fromNs": 5, "ns": 8 } ], "source": "s" }""", "costs.hostWake.afterSleep[1].ns is 8; expected from 9, the row's before it, to 1000000000.")]
    [TestCase("""{ "afterSleep": [ { "fromNs": 0 } ], "source": "s" }""", "costs.hostWake.afterSleep[0] has 0 of 'ns' and 'quantiles'; expected exactly one.")]
    [TestCase("""{ "afterSleep": [ null ], "source": "s" }""", "costs.hostWake.afterSleep[0] is null; expected a row.")]
    [TestCase("""{ "afterSleep": [ { "fromNs": 0, "ns": 1 } ], "source": " " }""", "costs.hostWake has no source; expected where its figures come from.")]
    [TestCase("""{ "quantiles": [ { "share": 0, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles has 1 quantiles; expected 2 to 256.")]
    [TestCase("""{ "quantiles": [ { "share": 0.1, "ns": 1 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles[0].share is 0.1; expected 0: the first quantile is the least cost.")]
    [TestCase("""{ "quantiles": [ { "share": 0, "ns": 1 }, { "share": 0.9, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles[1].share is 0.9; expected 1: the last quantile is the greatest cost.")]
    [TestCase("""{ "quantiles": [ { "share": 0, "ns": 1 }, { "share": 0, "ns": 1 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles[1].share is 0; expected more than 0, the one before it, and less than 1.")]
    [TestCase("""{ "quantiles": [ { "share": 0, "ns": 2 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles[1].ns is 1; expected from 2, the one before it, to 1000000000.")]
    [TestCase("""{ "quantiles": [ { "share": 0, "ns": -2 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "costs.hostWake.quantiles[0].ns is -2; expected from 0 to 1000000000.")]
    public void HostWake_Malformed_IsRefusedWithPlaceValueAndBound(string json, string reason)
    {
        using ProfileFile file = With("hostWake", json);

        Assert.That(() => MachineProfiles.Get(file.Path), MachineProfilesTests.Refused(file, reason));
    }

    [TestCase("hostWake", """{ "ns": 1, "mode": 2, "source": "s" }""", "mode")]
    [TestCase("hostWake", """{ "afterSleep": [ { "fromNs": 0, "ns": 1, "untilNs": 2 } ], "source": "s" }""", "untilNs")]
    [TestCase("hostWake", """{ "afterSleep": [ { "ns": 1 } ], "source": "s" }""", "'fromNs'")]
    [TestCase("ipiSend", """{ "quantiles": [ { "share": 0 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "'ns'")]
    [TestCase("ipiSend", """{ "afterSleep": [ { "fromNs": 0, "ns": 1 } ], "source": "s" }""", "costs.ipiSend has 'afterSleep'; only what is paid on the way out of a sleep")]
    [TestCase("pause", """{ "quantiles": [ { "share": 0, "ns": 1 }, { "share": 1, "ns": 1 } ], "source": "s" }""", "costs.pause varies; this cost is a constant")]
    public void Member_NotAllowed_IsNamed(string name, string json, string what)
    {
        using ProfileFile file = With(name, json);

        Assert.That(() => MachineProfiles.Get(file.Path), Throws.InstanceOf<ProfileException>().With.Message.StartsWith(file.Path).And.Message.Contains(what));
    }

    [Test]
    public void TickPeriod_GivenOrLeftOut_IsReadAndChecked()
    {
        using ProfileFile given = ProfileFile.Of(p => p["tickPeriod"] = new JsonObject { ["ns"] = 1_000_000, ["source"] = "HZ=1000" });
        using ProfileFile absurd = ProfileFile.Of(p => p["tickPeriod"] = new JsonObject { ["ns"] = 99_999, ["source"] = "s" });

        Assert.That(MachineProfiles.Get(given.Path).TickPeriod, Is.EqualTo(new ProfilePeriod(1_000_000, "HZ=1000")));
        Assert.That(
            () => MachineProfiles.Get(absurd.Path),
            MachineProfilesTests.Refused(absurd, "tickPeriod is 99999; expected ns from 100000 to 1000000000 and a source."));
    }

    private static ProfileCost Read(string name, string json)
    {
        using ProfileFile file = With(name, json);
        ProfileCosts costs = MachineProfiles.Get(file.Path).Costs;
        return name == "hostWake" ? costs.HostWake : costs.IpiSend;
    }

    private static ProfileFile With(string name, string json) => ProfileFile.Of(p => p["costs"]![name] = JsonNode.Parse(json));
}
