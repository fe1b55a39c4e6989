using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

public partial class HelpTests
{
    private const string Recordings = "tests/Predictors.IdlePath.Tests/Verification/Recordings";

    [Test]
    public void Version_IsThatOfTheBuild() =>
        Assert.That(PredictorsCommand.Run("--version").Expect(0).Output, Does.Match(@"^\d+\.\d+\.\d+"));

    [Test]
    public void Help_OfTheCommand_NamesVerbsAndExitStatuses()
    {
        string help = PredictorsCommand.Run("--help").Expect(0).Output;

        foreach (string verb in new[]
        {
            "plugins", "info", "replay", "rank", "step", "tune", "explain", "contest", "verify", "convert", "train", "calibrate", "reproduce",
            "generate", "slice", "merge", "record", "compare", "timers", "completion",
        })
        {
            Assert.That(help, Does.Match($@"(?m)^  {verb} "));
        }

        foreach (int status in new[] { 0, 1, 2, 3, 4, 70, 130 })
        {
            Assert.That(help, Does.Match($@"(?m)^  {status} +\S"));
        }
    }

    [TestCase("plugins")]
    [TestCase("info")]
    [TestCase("replay")]
    [TestCase("rank")]
    [TestCase("step")]
    [TestCase("tune")]
    [TestCase("explain")]
    [TestCase("contest")]
    [TestCase("verify")]
    [TestCase("convert")]
    [TestCase("train")]
    [TestCase("calibrate")]
    [TestCase("reproduce")]
    [TestCase("generate")]
    [TestCase("slice")]
    [TestCase("merge")]
    [TestCase("completion")]
    public void Help_OfAVerb_HasExamplesThatWork(string verb)
    {
        string help = PredictorsCommand.Run(verb, "--help").Expect(0).Output;
        string[] examples = [.. Example().Matches(help[help.IndexOf("Examples:", StringComparison.Ordinal)..]).Select(m => m.Value.Trim())];
        Assert.That(examples, Has.Length.GreaterThanOrEqualTo(2), help);

        using var shell = new CheckoutShell();
        shell.Copy(Path.Combine(RepositoryProject.Root, Recordings, "guest-s1-haltpoll-part.txt.zst"), "guest.txt");
        shell.Copy(Path.Combine(RepositoryProject.Root, Recordings, "kvm-ks1-part.txt.zst"), "host.txt");
        foreach (string example in examples)
        {
            CommandResult result = shell.Run($"predictors() {{ dotnet run -c Release --project src/Predictors.Cli -- \"$@\"; }}\n{example}");

            // The recording of the host was made with another cap than the example gives.
            result.Expect(example.Contains("kvm-halt-poll:max=100us", StringComparison.Ordinal) ? 1 : 0);
        }
    }

    [GeneratedRegex("(?m)^  predictors .*$")]
    private static partial Regex Example();
}
