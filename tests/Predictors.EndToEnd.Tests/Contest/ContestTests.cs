using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class ContestTests
{
    private const string Reference = "tests/Predictors.EndToEnd.Tests/Contest/contest.csv";

    /// <summary>The published table. Where a predictor or the model has changed: <c>predictors contest --csv</c> of that file makes it anew.</summary>
    [Test]
    public void Contest_OfTheCheckout_GivesTheReferenceResultsAgain() =>
        PredictorsCommand.Run("contest", "--quiet", "--check", Reference).Expect(0);

    [Test]
    public void Contest_ThatDiffersFromAFile_IsANoAndSaysWhere()
    {
        using var folder = new TemporaryFolder();
        string file = folder["contest.csv"];
        PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--quiet", "--csv", file).Expect(0);
        PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--quiet", "--check", file).Expect(0);
        string[] lines = File.ReadAllText(file).Split("\r\n");
        lines[1] = lines[1].Replace("service", "mixed", StringComparison.Ordinal);
        File.WriteAllText(file, string.Join("\r\n", lines));

        CommandResult result = PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--quiet", "--check", file).Expect(1);

        Assert.That(result.Error, Does.Contain("in line 2:"));
    }

    [Test]
    public void Classes_OfTheCheckout_NameEveryBundledTraceOnce()
    {
        JsonElement classes = JsonDocument.Parse(File.ReadAllText(BundledTraces.PathOf("traces/classes.json"))).RootElement.GetProperty("classes");

        Assert.That(
            classes.EnumerateArray().SelectMany(c => c.GetProperty("traces").EnumerateArray()).Select(t => $"traces/{t.GetString()}"),
            Is.EquivalentTo(BundledTraces.All));
    }

    [Test]
    public void Classes_ThatAreNone_AreUnreadableInput()
    {
        using var folder = new TemporaryFolder();
        string file = folder["classes.json"];
        File.WriteAllText(file, """{ "classes": [{ "name": "service" }] }""");

        Assert.That(PredictorsCommand.Run("contest", "--classes", file).Expect(3).Error, Does.Contain("is no file of trace classes"));
        Assert.That(PredictorsCommand.Run("contest", "--classes", folder["none.json"]).Expect(2).Error, Does.Contain("give TRACE..., or --classes FILE."));
    }
}
