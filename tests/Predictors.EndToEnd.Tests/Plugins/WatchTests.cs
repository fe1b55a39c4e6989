using System.Diagnostics;

namespace Predictors.EndToEnd.Tests;

public class WatchTests
{
    [Test]
    public void Watch_ABrokenBuildAndCtrlC_KeepsTheOldVersionAndEndsWith0()
    {
        using var folder = new TemporaryFolder();
        string built = new RepositoryProject(Path.Combine(RepositoryProject.Root, "samples", "MinimalPredictor", "MinimalPredictor.csproj")).Assembly;
        string plugin = Path.Combine(Directory.CreateDirectory(folder["MinimalPredictor"]).FullName, "MinimalPredictor.dll");
        File.Copy(built, plugin);
        Process process = PredictorsCommand.Start(
            "env",
            [
                "--default-signal=INT", PredictorsCommand.Dotnet, PredictorsCommand.Assembly, "rank", BundledTraces.Packed, "-p", "halt", "-p", "last-idle",
                "--plugins", folder.FullName, "--watch",
            ],
            RepositoryProject.Root);

        ReadUntil(process, "watching for the next build");
        File.WriteAllText(plugin + ".new", "broken");
        File.Move(plugin + ".new", plugin, overwrite: true);
        string told = ReadUntil(process, "watching for the next build");
        PredictorsCommand.Run(PredictorsCommand.Start("bash", ["-c", $"kill -INT {process.Id}"], folder.FullName)).Expect(0);
        CommandResult result = PredictorsCommand.Run(process).Expect(0);

        Assert.That(told, Does.Contain("last-idle stays in its old version: is no .NET assembly"));
        Assert.That(result.Output.Split("Leaderboard"), Has.Length.EqualTo(3), "ranked twice");
    }

    [Test]
    public void Watch_WithoutADirectory_SaysWhatToGive() =>
        Assert.That(PredictorsCommand.Run("rank", BundledTraces.Packed, "--watch").ExpectOneLine(2), Does.Contain("give --plugins DIR"));

    private static string ReadUntil(Process process, string words)
    {
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].Contains(words, StringComparison.Ordinal))
        {
            lines.Add(process.StandardError.ReadLine() ?? throw new AssertionException($"it ended: {string.Join('\n', lines)}"));
        }

        return string.Join('\n', lines);
    }
}
