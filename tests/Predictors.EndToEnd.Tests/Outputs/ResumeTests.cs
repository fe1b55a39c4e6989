namespace Predictors.EndToEnd.Tests;

public sealed class ResumeTests : IDisposable
{
    private const string Other = "traces/phases-mix-a.wake";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("-p halt -p haltpoll -p menu", "-p menu -p halt", "2 of 6")]
    [TestCase("-p halt -p haltpoll -p menu", "-p menu -p halt --exchange-rate 3", "0 of 6")]
    [TestCase("-p halt -p haltpoll -p menu --profile skylake-sp", "-p menu -p halt --host-poll off", "0 of 6")]
    [TestCase("-p halt -p menu --loop closed", "-p halt -p menu --loop closed", "2 of 4")]
    [TestCase("-p halt -p ml-regression", "-p halt", "0 of 4")]
    public void Rank_AfterAPartOfIt_GivesTheBytesOfAFreshRun(string all, string part, string taken)
    {
        string kept = _folder[$"{Guid.NewGuid()}.kept"];
        PredictorsCommand.Run(["rank", BundledTraces.Packed, .. part.Split(' '), "--resume", kept, "--quiet"]).Expect(0);
        CommandResult fresh = PredictorsCommand.Run(["rank", BundledTraces.Packed, Other, .. all.Split(' '), "--json", "-"]).Expect(0);

        CommandResult resumed = PredictorsCommand.Run(["rank", BundledTraces.Packed, Other, .. all.Split(' '), "--json", "-", "--resume", kept]).Expect(0);
        CommandResult again = PredictorsCommand.Run(["rank", BundledTraces.Packed, Other, .. all.Split(' '), "--json", "-", "--resume", kept]).Expect(0);

        Assert.That(resumed.Output, Is.EqualTo(fresh.Output));
        Assert.That(again.Output, Is.EqualTo(fresh.Output));
        Assert.That(resumed.ErrorLines, Has.Some.Contain($"{taken} rows were taken from {kept}"));
        Assert.That(again.ErrorLines, Has.Some.Contain($"{taken[^1]} of {taken[^1]} rows"));
    }

    // Learned predictors, whose model is trained on all other traces, hang together with all of a trace.
    [TestCase("-p halt -p haltpoll -p menu", $"{BundledTraces.Packed} -p menu -p halt", "6 of 18")]
    [TestCase("-p halt -p ml-regression:trainer=linear", $"{BundledTraces.Packed} {Other} -p halt -p ml-regression:trainer=linear", "12 of 12")]
    [TestCase("-p halt -p ml-regression:trainer=linear", $"{BundledTraces.Packed} {Other} traces/pgbench-r150.wake -p halt -p ml-regression:trainer=linear", "0 of 12")]
    public void Contest_AfterAPartOfIt_GivesTheBytesOfAFreshRun(string all, string part, string taken) =>
        ExpectTheBytesOfAFreshRun("contest", all, part, taken);

    [TestCase("-p haltpoll:max=50us|100us|200us", $"{BundledTraces.Packed} -p haltpoll:max=50us|200us")]
    public void Tune_AfterAPartOfIt_GivesTheBytesOfAFreshRun(string all, string part) =>
        ExpectTheBytesOfAFreshRun("tune", all, part, taken: null);

    [TestCase("{}", "line 1: expected 'predictors: kept runs, format 1'")]
    [TestCase("predictors: kept runs, format 1\n0123 {}\n", "line 2: damaged")]
    public void File_ForeignOrDamaged_IsRefusedAndStays(string content, string said)
    {
        string kept = _folder.Write("other.kept", content);

        Assert.That(PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--resume", kept).ExpectOneLine(3), Does.Contain(kept).And.Contain(said));
        Assert.That(File.ReadAllText(kept), Is.EqualTo(content));
    }

    private void ExpectTheBytesOfAFreshRun(string verb, string all, string part, string? taken)
    {
        string kept = _folder[$"{Guid.NewGuid()}.kept"];
        string[] whole = [verb, BundledTraces.Packed, Other, .. all.Split(' '), "--json", "-"];
        PredictorsCommand.Run([verb, .. part.Split(' '), "--resume", kept, "--quiet"]).Expect(0);
        CommandResult fresh = PredictorsCommand.Run(whole).Expect(0);

        CommandResult resumed = PredictorsCommand.Run([.. whole, "--resume", kept]).Expect(0);
        CommandResult again = PredictorsCommand.Run([.. whole, "--resume", kept]).Expect(0);

        Assert.That(resumed.Output, Is.EqualTo(fresh.Output));
        Assert.That(again.Output, Is.EqualTo(fresh.Output));
        Assert.That(resumed.ErrorLines, taken is null ? Has.One.Match("[1-9][0-9]* of [0-9]+ rows were taken") : Has.One.Contains($"{taken} rows were taken from {kept}"));
        Assert.That(again.ErrorLines, Has.One.Match(@"predictors: ([0-9]+) of \1 rows"));
    }

    [Test]
    public void Contest_Resumed_WritesThePageOfAFreshRun()
    {
        string[] contest = ["contest", BundledTraces.Packed, Other, "-p", "halt", "-p", "haltpoll", "--quiet"];
        PredictorsCommand.Run([.. contest, "--html", _folder["fresh.html"]]).Expect(0);
        PredictorsCommand.Run([.. contest, "--resume", _folder["page.kept"]]).Expect(0);

        PredictorsCommand.Run([.. contest, "--resume", _folder["page.kept"], "--html", _folder["resumed.html"]]).Expect(0);

        Assert.That(File.ReadAllText(_folder["resumed.html"]), Is.EqualTo(File.ReadAllText(_folder["fresh.html"])));
    }

    [TestCase("--html", "report.html", "--resume keeps figures and no pictures")]
    [TestCase("--watch", null, "--watch ranks what was built anew")]
    public void Option_ThatCannotBeKept_IsAUsageError(string option, string? value, string said)
    {
        string[] options = value is null ? [option] : [option, _folder[value]];

        Assert.That(
            PredictorsCommand.Run(["rank", BundledTraces.Packed, "-p", "halt", "--resume", _folder["a.kept"], .. options]).ExpectOneLine(2), Does.Contain(said));
    }
}
