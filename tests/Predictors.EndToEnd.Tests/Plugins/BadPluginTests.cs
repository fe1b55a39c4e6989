using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>A bad plugin gives one line for each thing that is wrong with it, the others go on, and the status is 4.</summary>
public sealed class BadPluginTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Garbage_BesideTheShipped_IsRefusedInOneLine()
    {
        string folder = Directory.CreateDirectory(_folder["Garbage"]).FullName;
        File.WriteAllText(Path.Combine(folder, "Garbage.dll"), "this is no assembly");

        CommandResult rank = PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--plugins", folder).Expect(4);

        Assert.That(rank.ErrorLines, Has.Count.EqualTo(1));
        Assert.That(rank.ErrorLines[0], Does.Contain("Garbage.dll"));
        Assert.That(rank.Output, Does.Contain("Leaderboard").And.Contain("haltpoll"));
    }

    [Test]
    public void RunTimeFaults_BesideTheShipped_EachHasItsLineAndTheOthersAreRanked()
    {
        string[] faulty = ["absurd-window", "negative-window", "throws-in-create", "throws-in-observe", "throws-in-predict"];

        CommandResult rank = PredictorsCommand.Run("rank", BundledTraces.Packed, "--plugins", Fixture("RunTimeFaults"), "--json", "-").Expect(4);

        JsonElement ranking = JsonNames.Parse(rank.Output).GetProperty("ranking");
        Assert.That(ranking.EnumerateArray().Select(s => s.GetProperty("predictor").GetString()), Has.Member("haltpoll").And.None.AnyOf(faulty));
        Assert.That(rank.ErrorLines, Has.Count.EqualTo(faulty.Length));
        foreach (string predictor in faulty)
        {
            Assert.That(rank.ErrorLines, Has.One.Contains($"RunTimeFaults.dll: {predictor} on redis-50-clients.wake:"));
        }
    }

    [Test]
    public void ConstructionFaults_Listed_WithTheirReasons()
    {
        JsonElement plugins = JsonNames.Parse(
            PredictorsCommand.Run("plugins", "--plugins", Fixture("ConstructionFaults"), "--json", "-").Expect(4).Output);

        Assert.That(plugins.GetProperty("refused").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(plugins.GetProperty("predictors").EnumerateArray().Select(p => p.GetProperty("predictor").GetString()), Has.Member("haltpoll"));
    }

    [Test]
    public void AuthorMistakes_BesideTheShipped_AreToldAndTheOthersAreRanked()
    {
        CommandResult rank = PredictorsCommand.Run(
            "rank", BundledTraces.Packed, "-p", "halt", "-p", "same-name", "--plugins", Fixture("AuthorMistakes")).Expect(4);

        Assert.That(rank.ErrorLines, Has.One.Contains("AuthorMistakes.dll: shares-field: AuthorMistakes.SharesField.s_lastNs is static and can change"));
        Assert.That(rank.ErrorLines, Has.One.Contains("AuthorMistakes.dll: class-behind-adapter: warning: is a class"));
        Assert.That(rank.Output, Does.Contain("same-name"));
    }

    [Test]
    public void PredictorThatWritesToTheConsole_DoesNotWriteBetweenResults()
    {
        CommandResult replay = PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "talks", "--plugins", Fixture("AuthorMistakes"), "--json", "-").Expect(4);

        Assert.That(JsonNames.Parse(replay.Output).GetProperty("results").GetArrayLength(), Is.EqualTo(1));
        Assert.That(replay.ErrorLines, Has.Some.EqualTo("a predictor's own words"));
    }

    [Test]
    public void PredictorThatEndsTheProcess_IsNamed()
    {
        CommandResult replay = PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "exits", "--plugins", Fixture("AuthorMistakes"));

        Assert.That(replay.ExpectLastLine(4), Does.Contain("the process was ended from within one of these").And.Contain("AuthorMistakes.dll: exits on redis-50-clients.wake"));
        Assert.That(replay.Output, Is.Empty);
    }

    [Test]
    public void RefusedPredictor_AskedFor_IsAPluginsFault()
    {
        CommandResult rank = PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "host-internals", "--plugins", Fixture("HostInternals"));

        Assert.That(rank.ExpectLastLine(4), Does.Contain("There is no predictor 'host-internals' among those that could be loaded").And.Contain("HostInternals.dll"));
        Assert.That(rank.ErrorLines[0], Does.Contain("references Predictors.IdlePath, which is the host's own"));
    }

    [Test]
    public void Directory_OfPlugins_Missing_IsSaid() =>
        Assert.That(
            PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--plugins", "none").Expect(4).ErrorLines,
            Is.EqualTo(["predictors: none: there is no such directory"]));

    [Test]
    public void OnlyContender_Fails_NothingIsRanked()
    {
        CommandResult replay = PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "throws-in-predict", "--plugins", Fixture("RunTimeFaults"));

        Assert.That(replay.ExpectOneLine(4), Does.Contain("throws-in-predict").And.Contain("thrown in PredictPollNs"));
    }

    private static string Fixture(string name) =>
        new RepositoryProject(Path.Combine(RepositoryProject.Root, "tests", "Fixtures", name, name + ".csproj")).OutputFolder;
}
