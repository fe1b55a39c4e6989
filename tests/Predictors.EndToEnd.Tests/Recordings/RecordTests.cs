using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>Records the machine that runs the tests, where it lets us.</summary>
[NonParallelizable]
public class RecordTests
{
    [Test]
    public void Record_ACommand_IsReplayedAndRanked()
    {
        Tracefs.Require();
        using var folder = new TemporaryFolder();
        string trace = folder["x.wake"];

        CommandResult recorded = PredictorsCommand.Run("record", "-o", trace, "--", "sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do sleep 0.02; done; echo from the command; exit 7");

        recorded.Expect(7);
        Assert.That(recorded.Output, Is.EqualTo("from the command\n"));
        Assert.That(recorded.Error, Does.Contain("idle segments"));
        Assert.That(folder.Names.Single(), Is.EqualTo("x.wake"));
        Assert.That(Tracefs.LeftBehind(), Is.Empty);
        JsonElement info = JsonNames.Parse(PredictorsCommand.Run("info", trace, "--json", "-").Expect(0).Output).GetProperty("traces")[0];
        Assert.That(info.GetProperty("clock").GetString(), Is.EqualTo("mono"));
        Assert.That(info.GetProperty("perVcpu").EnumerateObject().Count(), Is.EqualTo(Environment.ProcessorCount));
        if (info.GetProperty("perVcpu").EnumerateObject().Sum(v => v.Value.GetProperty("segments").GetInt64()) == 0)
        {
            Assert.Ignore("This machine was never idle meanwhile: there is nothing to replay.");
        }

        PredictorsCommand.Run("replay", trace, "-p", "haltpoll").Expect(0);
        Assert.That(PredictorsCommand.Run("rank", trace).Expect(0).Output, Does.Contain("halt"));
    }

    [TestCase("INT", 0)]
    [TestCase("TERM", 0)]
    public void Record_SignalledWithoutACommand_WritesAndLeavesNothingBehind(string signal, int status)
    {
        Tracefs.Require();
        using var folder = new TemporaryFolder();
        Process process = Start("-o", folder["x.dat"]);
        Signal(process, signal);

        PredictorsCommand.Run(process).Expect(status);
        Assert.That(folder.Names.Single(), Is.EqualTo("x.dat"));
        Assert.That(Tracefs.LeftBehind(), Is.Empty);
        PredictorsCommand.Run("info", folder["x.dat"]).Expect(0);
    }

    [Test]
    public void Record_SignalledWithACommand_EndsTheCommand()
    {
        Tracefs.Require();
        using var folder = new TemporaryFolder();
        Process process = Start("-o", folder["x.wake"], "--", "sleep", "1000");
        Signal(process, "TERM");

        PredictorsCommand.Run(process).Expect(128 + 15);
        Assert.That(folder.Names.Single(), Is.EqualTo("x.wake"));
        Assert.That(Tracefs.LeftBehind(), Is.Empty);
    }

    [Test]
    public void Record_UnknownCommand_LeavesNothingBehind()
    {
        Tracefs.Require();
        using var folder = new TemporaryFolder();

        string line = PredictorsCommand.Run("record", "-o", folder["x.wake"], "--", "no-such-command").ExpectLastLine(2);

        Assert.That(line, Does.Contain("'no-such-command' can't be started"));
        Assert.That(folder.Names, Is.Empty);
        Assert.That(Tracefs.LeftBehind(), Is.Empty);
    }

    [Test]
    public void Record_PrintCommand_NamesBothTools()
    {
        string[] lines = PredictorsCommand.Run("record", "--print-command", "--seconds", "3").Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.StartWith("trace-cmd record ").And.EndsWith(" sleep 3"));
        Assert.That(lines[1], Does.StartWith("perf record ").And.EndsWith(" sleep 3"));
    }

    // Where the tests themselves run in the background, SIGINT is ignored, and children inherit that.
    private static Process Start(params string[] arguments) => PredictorsCommand.Start(
        "env", ["--default-signal=INT", PredictorsCommand.Dotnet, PredictorsCommand.Assembly, "record", .. arguments], RepositoryProject.Root);

    // Waits until it has recorded something before it is told to end.
    private static void Signal(Process process, string signal)
    {
        var waited = Stopwatch.StartNew();
        while (!Tracefs.Instances().Any(i => Tracefs.OwnerOf(i) == process.Id && HasEvents(i)) && waited.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited)
        {
            Thread.Sleep(20);
        }

        using Process kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    // "entries: 12" are in the buffer, "read events: 34" were taken out of it.
    private static bool HasEvents(string instance)
    {
        try
        {
            return Directory.GetDirectories(Path.Combine(instance, "per_cpu"))
                .SelectMany(cpu => File.ReadLines(Path.Combine(cpu, "stats")))
                .Any(line => (line.StartsWith("entries: ", StringComparison.Ordinal) || line.StartsWith("read events: ", StringComparison.Ordinal))
                    && !line.EndsWith(": 0", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // The kernel is still making it.
            return false;
        }
    }
}
