namespace Predictors.Reporting.Tests;

public class RankResultFileTests
{
    private string _file = string.Empty;

    [SetUp]
    public void MakeFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [TestCase("", "no result of 'rank --json'")]
    [TestCase("null", "found null")]
    [TestCase("[]", "no result of 'rank --json'")]
    [TestCase("{\"schema\": 1}", "no result of 'rank --json': it lacks 'traces', 'profile'")]
    [TestCase("{\"profile\": 5}", "line 1")]
    [TestCase("{\n\"traces\": [", "line 2")]
    public void Read_WhatIsNoResult_NamesTheFileAndTheReason(string text, string reason)
    {
        File.WriteAllText(_file, text);

        Assert.That(() => RankResultFile.Read(_file), Throws.TypeOf<InvalidDataException>().With.Message.StartWith(_file).And.Message.Contain(reason));
    }

    [Test]
    public void Read_MissingOrDirectory_NamesTheFile()
    {
        Assert.That(() => RankResultFile.Read(_file + ".none"), Throws.TypeOf<IOException>().With.Message.EqualTo($"{_file}.none: there is no such file."));
        Assert.That(
            () => RankResultFile.Read(Path.GetTempPath()), Throws.TypeOf<IOException>().With.Message.Contain("it is a directory"));
    }

    [Test]
    public void Read_WhatTheReportWrote_GivesItsRanking()
    {
        var report = new RankReport(Samples.Board(), Samples.Settings, []);
        ReportFiles.WriteJson(report, _file);

        RankResult result = RankResultFile.Read(_file);

        Assert.That(result.Ranking.Select(s => (s.Rank, s.Contender, s.CostRatio)), Is.EqualTo(report.Leaderboard.Standings.Select(s => (s.Rank, s.Contender, s.CostRatio))));
        Assert.That(result.Results, Has.Count.EqualTo(report.Leaderboard.Scores.Count));
        Assert.That(Comparison.Of(result, result).Contenders.Select(c => c.Change), Has.All.EqualTo(CostChange.Same));
    }
}
