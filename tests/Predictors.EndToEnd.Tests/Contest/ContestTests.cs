using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class ContestTests
{
    private const string Reference = "tests/Predictors.EndToEnd.Tests/Contest/contest.csv";

    /// <summary>
    /// The published table: the whole contest takes its time, and <see cref="CommandBlockTests"/> runs it as the documentation has it. Where a predictor or the
    /// model has changed, <c>predictors contest --csv</c> of that file makes it anew.
    /// </summary>
    [Test]
    public void Contest_OfTheCheckout_IsCheckedByACommandOfTheDocumentation() => Assert.That(
        File.ReadAllText(BundledTraces.PathOf("src/Predictors.Cli/README.md")), Does.Contain($"```sh\ndotnet run -c Release --project src/Predictors.Cli -- contest --check {Reference}\n```"));

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
            Is.EquivalentTo([.. BundledTraces.All, .. BundledTraces.WithArmedTimers]));
    }

    [Test]
    public void Train_TheCommandOfTheReadme_GivesTheShippedModelAgainByteForByte()
    {
        const string shipped = "plugins/Predictors.Plugins.MlRegression/model.fast-tree.json";
        using var folder = new TemporaryFolder();
        string[] command = ["train", "traces", "traces/armed-timers", "--leave-out", "pgbench-r150", "-p", "ml-regression:trainer=fast-tree", "-o"];
        PredictorsCommand.Run([.. command, folder["again.json"]]).Expect(0);

        Assert.That(File.ReadAllText(folder["again.json"]), Is.EqualTo(File.ReadAllText(BundledTraces.PathOf(shipped))));
        Assert.That(
            File.ReadAllText(BundledTraces.PathOf("plugins/Predictors.Plugins.MlRegression/README.md")), Does.Contain($"predictors {string.Join(' ', command)} {shipped}"));
    }

    [Test]
    public void Contest_ModelThatHasSeenAllOfATrace_IsRefusedOrMarked()
    {
        using var folder = new TemporaryFolder();
        string model = folder["seen.json"];
        PredictorsCommand.Run("train", BundledTraces.Packed, "-p", "ml-regression:trainer=linear", "--share", "1", "-o", model).Expect(0);
        string spec = $"ml-regression:trainer=linear,model={model}";
        string mark = "was trained on part of what is scored of redis-50-clients.wake";

        Assert.That(PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", spec, "--quiet").Expect(2).Error, Does.Contain("nothing is left to score"));
        Assert.That(PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", spec, "--allow-trained", "--json", "-").Expect(0).Output, Does.Contain(mark));
        Assert.That(PredictorsCommand.Run("explain", BundledTraces.Packed, "-p", spec, "--quiet").Expect(2).Error, Does.Contain("nothing is left to score"));
        string explained = PredictorsCommand.Run("explain", BundledTraces.Packed, "-p", spec, "--allow-trained", "--json", "-").Expect(0).Output;
        Assert.That(explained, Does.Contain(mark).And.Contain("idle-mean-slow").And.Contain("\"trainedHere\": true"));
    }

    [Test]
    public void Contest_LearnedPredictorWithoutAModel_IsTrainedOnTheOtherTracesAndScoredOnAllOfThem()
    {
        string[] contest = ["contest", BundledTraces.Packed, "traces/pgbench-r150.wake", "-p", "halt", "-p", "ml-regression:trainer=linear"];
        JsonElement found = Json("contest", BundledTraces.Packed, "traces/pgbench-r150.wake", "-p", "halt");

        JsonElement leftOut = Json(contest);
        JsonElement shipped = Json([.. contest, "--models", "shipped"]);

        Assert.That(Notes(leftOut), Does.Contain("ml-regression:trainer=linear has a model of its own for each trace, trained on all others (seed 1)."));
        Assert.That(Periods(leftOut), Is.EqualTo(Periods(found)), "it has seen none of them");
        Assert.That(Notes(shipped), Does.Not.Contain("a model of its own"));
        Assert.That(Periods(shipped)[0], Is.LessThan(Periods(found)[0]), "the shipped model has seen the first half");

        static JsonElement Json(params string[] arguments) =>
            JsonDocument.Parse(PredictorsCommand.Run([.. arguments, "--json", "-"]).Expect(0).Output).RootElement;

        static string Notes(JsonElement json) => json.GetProperty("notes").ToString();

        static int[] Periods(JsonElement json) => [.. json.GetProperty("traces").EnumerateArray().Select(t => t.GetProperty("idlePeriods").GetInt32())];
    }

    [Test]
    public void Contest_LearnedPredictorAndNoOtherTrace_SaysThatItHasTheShippedModel() =>
        Assert.That(
            PredictorsCommand.Run("contest", BundledTraces.Packed, "-p", "halt", "-p", "ml-regression", "--json", "-").Expect(0).Output,
            Does.Contain("ml-regression has the model that its plugin brings: there is no other trace to train one on."));

    [Test]
    public void Classes_ThatAreNone_AreUnreadableInput()
    {
        using var folder = new TemporaryFolder();
        string file = folder["classes.json"];
        File.WriteAllText(file, """{ "classes": [{ "name": "service" }] }""");

        Assert.That(PredictorsCommand.Run("contest", "--classes", file).Expect(3).Error, Does.Contain("is no file of trace classes"));
        Assert.That(PredictorsCommand.Run("contest", "--classes", folder["none.json"]).Expect(2).Error, Does.Contain("give TRACE..., or --classes FILE."));
        Assert.That(
            PredictorsCommand.Run("contest", BundledTraces.Packed, "--check", "none.csv").ExpectOneLine(3), Does.Contain("none.csv: there is no such file; 'contest --csv none.csv' writes one."));
    }
}
