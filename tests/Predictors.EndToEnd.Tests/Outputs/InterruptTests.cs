using System.Diagnostics;
using System.Text;

namespace Predictors.EndToEnd.Tests;

public sealed class InterruptTests : IDisposable
{
    private const int Rows = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("replay", "-p haltpoll --decisions", "decisions.csv")]
    [TestCase("replay", "-p haltpoll --parquet", "")]
    [TestCase("convert", "-o", "copy.csv")]
    public void CtrlC_WhileAFileIsWritten_LeavesNoneAndExitsWith130(string verb, string options, string name)
    {
        string trace = LongTrace();
        string output = Directory.CreateDirectory(_folder[$"{verb}-{name}"]).FullName;
        using var started = new ManualResetEventSlim();
        using var watcher = new FileSystemWatcher(output);
        watcher.Created += (_, _) => started.Set();
        watcher.EnableRaisingEvents = true;

        // Where the tests themselves run in the background, SIGINT is ignored, and children inherit that.
        Process process = PredictorsCommand.Start(
            "env",
            ["--default-signal=INT", PredictorsCommand.Dotnet, PredictorsCommand.Assembly, verb, trace, .. options.Split(' '), Path.Combine(output, name)],
            RepositoryProject.Root);
        Assert.That(started.Wait(TimeSpan.FromMinutes(1)), Is.True, "nothing is being written");
        PredictorsCommand.Run(PredictorsCommand.Start("bash", ["-c", $"kill -INT {process.Id}"], output)).Expect(0);

        CommandResult result = PredictorsCommand.Run(process);

        Assert.That(result.ExpectOneLine(130), Does.Contain("nothing was written"));
        Assert.That(Directory.GetFileSystemEntries(output), Is.Empty);
    }

    [Test]
    public void CtrlC_TwiceInAnEndlessLoopOfAPlugin_EndsAndNamesIt()
    {
        string loops = new RepositoryProject(Path.Combine(RepositoryProject.Root, "tests", "Fixtures", "EndlessLoops", "EndlessLoops.csproj")).OutputFolder;

        // The second Ctrl-C counts only once the first has been taken; a signal more does no harm.
        string command = $"""
            env --default-signal=INT '{PredictorsCommand.Dotnet}' '{PredictorsCommand.Assembly}' rank {BundledTraces.Packed} -p halt -p endless-loop --plugins '{loops}' &
            sleep 4; kill -INT $!; sleep 1; kill -INT $!; wait $!
            """;

        CommandResult result = PredictorsCommand.Run(PredictorsCommand.Start("bash", ["-c", command], RepositoryProject.Root));

        Assert.That(result.ExpectOneLine(130), Does.Contain(
            $"nothing was written; this did not come back, as in an endless loop: {Path.Combine(loops, "EndlessLoops.dll")}: endless-loop on redis-50-clients.wake"));
    }

    [Test]
    public void CtrlC_InASweep_KeepsTheTracesThatAreDone()
    {
        string output = Directory.CreateDirectory(_folder["sweep"]).FullName;
        string kept = Path.Combine(output, "sweep.kept");
        string trace = LongTrace();

        // Written when the sweep begins, and once more after the first trace.
        using var written = new CountdownEvent(2);
        using var watcher = new FileSystemWatcher(output);
        watcher.Renamed += (_, _) => written.Signal();
        watcher.EnableRaisingEvents = true;
        Process process = PredictorsCommand.Start(
            "env",
            [
                "--default-signal=INT", PredictorsCommand.Dotnet, PredictorsCommand.Assembly, "rank", BundledTraces.Packed, trace, "-p", "halt",
                "--resume", kept,
            ],
            RepositoryProject.Root);
        Assert.That(written.Wait(TimeSpan.FromMinutes(1)), Is.True, "nothing is kept");
        watcher.EnableRaisingEvents = false;
        PredictorsCommand.Run(PredictorsCommand.Start("bash", ["-c", $"kill -INT {process.Id}"], output)).Expect(0);

        CommandResult stopped = PredictorsCommand.Run(process);

        Assert.That(stopped.ExpectOneLine(130), Does.Contain($"what was done is kept in {kept}"));
        CommandResult rest = PredictorsCommand.Run("rank", BundledTraces.Packed, trace, "-p", "halt", "--resume", kept).Expect(0);
        Assert.That(rest.ErrorLines, Has.Some.Contain("1 of 2 rows"));
    }

    private string LongTrace()
    {
        var csv = new StringBuilder("vcpu,enter_ns,exit_ns\n");
        for (int row = 0; row < Rows; row++)
        {
            csv.Append($"0,{row}000,{row}500\n");
        }

        return _folder.Write($"long-{Guid.NewGuid()}.csv", csv.ToString());
    }
}
