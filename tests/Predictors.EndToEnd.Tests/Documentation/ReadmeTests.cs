namespace Predictors.EndToEnd.Tests;

public class ReadmeTests
{
    private static IReadOnlyList<MarkdownBlock> Blocks => MarkdownBlock.Of("README.md");

    [Test]
    public void Readme_Predictor_IsTheSample() =>
        Assert.That(
            Blocks.Single(b => b.Language == "csharp").Content,
            Is.EqualTo(File.ReadAllText(Path.Combine(RepositoryProject.Root, "samples", "MinimalPredictor", "LastIdle.cs"))));

    [Test]
    public void Readme_Leaderboard_IsWhatTheCommandPrints()
    {
        string picture = Blocks.First(b => b.Language == "text").Content;
        CommandResult rank = PredictorsCommand.Run("rank", "traces").Expect(0);

        Assert.That(picture, Does.Contain("Rank"));
        Assert.That(WithoutTrailingSpaces(rank.Output), Does.Contain(picture), "put the leaderboard that the command prints now into README.md");
    }

    [Test]
    public void Readme_Length_IsUnder250Lines() =>
        Assert.That(File.ReadLines(Path.Combine(RepositoryProject.Root, "README.md")).Count(), Is.LessThan(250));

    private static string WithoutTrailingSpaces(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));
}
