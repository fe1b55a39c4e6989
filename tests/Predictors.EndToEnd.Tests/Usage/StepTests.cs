using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class StepTests
{
    [Test]
    public void Step_Decisions_AreThoseOfTheReplay()
    {
        using var folder = new TemporaryFolder();
        PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", "--decisions", folder["decisions.csv"], "--quiet").Expect(0);
        string[][] replayed = [.. File.ReadLines(folder["decisions.csv"]).Select(l => l.Split(',')).Where(f => f[0] == "1")];

        JsonElement[] stepped = Step("--vcpu", "1", "--from", "201", "--count", "300");

        Assert.That(stepped, Has.Length.EqualTo(300));
        Assert.That(stepped[0].GetProperty("decision").GetInt64(), Is.EqualTo(201));
        Assert.That(
            stepped.Select(d => $"{d.GetProperty("entryNs")},{d.GetProperty("windowNs")},{d.GetProperty("polledNs")},{d.GetProperty("haltNs")}"),
            Is.EqualTo(replayed.Skip(200).Take(300).Select(f => $"{f[1]},{f[4]},{f[6]},{f[7]}")));
    }

    [Test]
    public void Step_NoDecision_BeatsTheClairvoyant()
    {
        foreach (JsonElement decision in Step("--count", "2000"))
        {
            long least = decision.GetProperty("clairvoyantCostNs").GetInt64();
            foreach (string cost in new[] { "costNs", "haltedAtOnceCostNs", "polledThroughCostNs" })
            {
                Assert.That(decision.GetProperty(cost).GetInt64(), Is.GreaterThanOrEqualTo(least), $"{cost} of {decision}");
            }
        }
    }

    [Test]
    public void Step_At_BeginsThere()
    {
        JsonElement first = Step("--at", "2s", "--count", "1").Single();

        Assert.That(first.GetProperty("entryNs").GetInt64(), Is.GreaterThanOrEqualTo(4_058_977_013_000 + 2_000_000_000));
    }

    [TestCase("--vcpu 9", "has no vCPU 9; there are 0, 1.")]
    [TestCase("--from 999999", "There is no decision from there on")]
    [TestCase("--from 0", "--from 0 is not accepted: a whole number, 1 or more.")]
    [TestCase("--from 5 --at 1s", "--from and --at both say where to begin; give one of them.")]
    [TestCase("--poll-place host", "step shows what the guest decides")]
    public void Step_WrongOption_IsAUsageError(string options, string message) => Assert.That(
        PredictorsCommand.Run(["step", BundledTraces.Packed, "-p", "haltpoll", .. options.Split(' ')]).ExpectOneLine(2), Does.Contain(message));

    [Test]
    public void Step_OnATerminal_ShowsOneDecisionForEachKey_AndTheNextCommand()
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Ignore("There is no script(1), which makes a terminal.");
        }

        string output = PredictorsCommand.Run(PredictorsCommand.Start(
            "bash",
            [
                "-c",
                $"printf '\\r\\rq' | script -qec \"'{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' step {BundledTraces.Packed} -p haltpoll\" /dev/null",
            ],
            RepositoryProject.Root,
            ("TERM", "xterm-256color"))).Expect(0).Output;

        Assert.That(output, Does.Contain("#3  vCPU 0").And.Not.Contain("#4  vCPU 0"));
        Assert.That(output, Does.Contain($"next: predictors explain {BundledTraces.Packed} -p haltpoll"));
    }

    private static JsonElement[] Step(params string[] options) =>
    [
        .. JsonNames.Parse(PredictorsCommand.Run(["step", BundledTraces.Packed, "-p", "haltpoll", .. options, "--json", "-"]).Expect(0).Output)
            .GetProperty("decisions").EnumerateArray(),
    ];
}
