using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

/// <summary>A trace gives the same replay as recorded text, as CSV and packed.</summary>
public sealed class FormatTests
{
    [TestCase("java-closed-4x4ms.perf-script.txt.zst", 0)]
    [TestCase("memcached-open-3000-hrtimers.txt.zst", 0)]
    [TestCase("tcp-rr-pinned.txt.gz", 0)]
    [TestCase("java-closed-4x4ms.perf-script.txt.zst", 500_000_000)]
    [TestCase("memcached-open-3000-hrtimers.txt.zst", 500_000_000)]
    public void Replay_OfTextCsvAndPacked_IsTheSame(string name, long warmUpNs)
    {
        string text = RepositoryFile.At(Path.Combine("traces", name));
        string folder = Directory.CreateTempSubdirectory("predictors-formats-").FullName;
        try
        {
            string csv = Convert(text, Path.Combine(folder, "trace.csv"), TraceOutputFormat.Csv);
            string packed = Convert(text, Path.Combine(folder, "trace.wake"), TraceOutputFormat.Packed);
            string expected = Replay(text, warmUpNs);

            Assert.Multiple(() =>
            {
                Assert.That(Replay(csv, warmUpNs), Is.EqualTo(expected), "CSV");
                Assert.That(Replay(packed, warmUpNs), Is.EqualTo(expected), "packed");
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Convert(string from, string to, TraceOutputFormat format)
    {
        using ITraceReader reader = TraceFile.Open(from, new TraceFileOptions());
        TraceConverter.Convert(reader, to, format);
        return to;
    }

    private static string Replay(string path, long warmUpNs)
    {
        var plan = new RunPlan
        {
            Contenders = Choice.Shipped,
            Profile = MachineProfiles.Get(MachineProfiles.DefaultName),
            HostPolling = Choice.Shipped[^1],
            WarmUpNs = warmUpNs,
        };
        using ITraceReader reader = TraceFile.Open(path, new TraceFileOptions());
        RunOutcome outcome = new TraceReplayer(plan).Run(reader);
        TraceSummary sameName = outcome.Run.Trace with { Name = "trace", Sha256 = "of the file" };
        return RunText.Of(outcome with { Run = outcome.Run with { Trace = sameName } });
    }
}
