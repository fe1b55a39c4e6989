namespace Predictors.EndToEnd.Tests;

public class PipeTests
{
    private const char Escape = '\x1b';

    [TestCase("rank", BundledTraces.Packed)]
    [TestCase("info", BundledTraces.Packed)]
    [TestCase("replay", BundledTraces.Packed, "-p", "halt")]
    [TestCase("plugins")]
    [TestCase("--help")]
    public void Pipe_OfAColourTerminalsUser_GetsNoEscapeCodesAndNoProgress(params string[] arguments)
    {
        // Build servers' variables make some libraries write colour to pipes.
        CommandResult result = PredictorsCommand.Run(
            arguments, ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("GITHUB_ACTIONS", "true")).Expect(0);

        Assert.That(result.Output, Is.Not.Empty.And.Not.Contain(Escape));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public void Terminal_GetsColour()
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Ignore("There is no script(1), which makes a terminal.");
        }

        CommandResult result = PredictorsCommand.Run(PredictorsCommand.Start(
            "/usr/bin/script",
            ["-qec", $"'{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' plugins", "/dev/null"],
            RepositoryProject.Root,
            ("TERM", "xterm-256color"))).Expect(0);

        Assert.That(result.Output, Does.Contain($"{Escape}[").And.Contain("haltpoll"));
    }

    [Test]
    public void Json_OnStandardOutput_IsAllThatIsThere()
    {
        CommandResult result = PredictorsCommand.Run("rank", BundledTraces.Packed, "-p", "halt", "--json", "-").Expect(0);

        Assert.That(JsonNames.Parse(result.Output).GetProperty("ranking").GetArrayLength(), Is.EqualTo(1));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public void Quiet_WithFiles_WritesNothingElse()
    {
        using var folder = new TemporaryFolder();

        CommandResult result = PredictorsCommand.Run(
            "rank", BundledTraces.Packed, "-p", "halt", "--quiet", "--json", folder["rank.json"], "--csv", folder["rank.csv"]).Expect(0);

        Assert.That(result.Output + result.Error, Is.Empty);
        Assert.That(folder.Names, Is.EquivalentTo(["rank.json", "rank.csv"]));
    }
}
