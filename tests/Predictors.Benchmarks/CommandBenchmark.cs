using System.Diagnostics;

namespace Predictors.Benchmarks;

/// <summary>The command as a process: its start, one decoding for many predictors, and memory on a large file.</summary>
internal static class CommandBenchmark
{
    private const string TenPredictors = "fixed-window:window=10us..100us+10us";

    public static void Run(string repository, string configuration, int rounds)
    {
        string command = Path.Combine(repository, "src", "Predictors.Cli", "bin", configuration, "net10.0", "predictors.dll");
        string folder = Directory.CreateTempSubdirectory("predictors-bench-").FullName;
        try
        {
            Console.WriteLine($"The command as a process, {rounds} rounds, medians");
            Report("predictors --version", command, rounds, "--version");
            string large = Path.Combine(folder, "large.txt");
            RepeatedTrace.Write(Path.Combine(repository, "traces", "tcp-rr-pinned.txt.gz"), large, 4_000_000_000);
            Console.WriteLine($"ftrace text of {new FileInfo(large).Length / 1e9:F2} GB");
            Report("info", command, 3, "info", large, "--quiet");
            Report("rank, 1 predictor", command, 3, "rank", large, "-p", "fixed-window", "--quiet");
            Report("rank, 10 predictors", command, 3, "rank", large, "-p", TenPredictors, "--quiet");
            File.Delete(large);
            string recording = Path.Combine(repository, "..", "shared", "traces-raw", "pgbench-r150-v6.dat.zst");
            if (File.Exists(recording))
            {
                string dat = Path.Combine(folder, "large.dat");
                RepeatedDat.Write(PlainCopy.Of(recording, folder), dat, 4_000_000_000);
                Console.WriteLine($"trace-cmd .dat of {new FileInfo(dat).Length / 1e9:F2} GB");
                Report("info", command, 1, "info", dat, "--quiet");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(string name, string command, int rounds, params string[] arguments)
    {
        double[] seconds = new double[rounds];
        long peak = 0;
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [command, .. arguments]) { RedirectStandardOutput = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            while (!process.WaitForExit(20))
            {
                peak = Math.Max(peak, PeakBytes(process));
            }

            output.Wait();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        string memory = peak == 0 ? string.Empty : $"   peak {peak / 1e6:F0} MB";
        Console.WriteLine(FormattableString.Invariant($"{name,-44} {Interleaved.Median(seconds) * 1e3,8:F0} ms{memory}"));
    }

    /// <summary>The greatest working set so far, or 0 where it is not to be had.</summary>
    private static long PeakBytes(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
