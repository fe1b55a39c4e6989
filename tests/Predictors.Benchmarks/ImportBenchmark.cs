using System.Globalization;
using System.Security.Cryptography;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>
/// Import of recordings and of packed traces, from page cache; that of recordings hashes them, too. The time is the processor's, so that what
/// else the machine does counts little; a lane runs on one core.
/// </summary>
internal static class ImportBenchmark
{
    private const long TextBytes = 200_000_000;
    private const long BinaryBytes = 200_000_000;
    private const long Periods = 10_000_000;
    private const double BytesPerRound = 100_000_000;

    public static void Run(string repository, int rounds, IReadOnlyList<string> files)
    {
        string folder = Directory.CreateTempSubdirectory("predictors-bench-").FullName;
        try
        {
            Console.WriteLine($"Import from page cache, processor time of one core, {rounds} rounds, medians; hashing beside it in % of the import's time, part of it but of .wake, whose hash is made when asked for");
            foreach (string path in files.Count > 0 ? files : Bundled(repository, folder).Concat(Beside(repository, folder)))
            {
                Measure(path, rounds);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Bundled(string repository, string folder)
    {
        string gzip = Path.Combine(repository, "traces", "tcp-rr-pinned.txt.gz");
        string text = Path.Combine(folder, "tcp-rr-pinned.txt");
        RepeatedTrace.Write(gzip, text, TextBytes);
        yield return text;
        yield return Pack(gzip, Path.Combine(folder, "tcp-rr-pinned.wake"), compress: false);
        yield return Pack(gzip, Path.Combine(folder, "tcp-rr-pinned-zstd.wake"), compress: true);
    }

    private static IEnumerable<string> Beside(string repository, string folder)
    {
        string shared = Path.Combine(repository, "..", "shared");
        if (!Directory.Exists(shared))
        {
            Console.WriteLine("../shared is not beside the repository: no binary recordings are measured; name some on the command line.");
            yield break;
        }

        string dat = Path.Combine(folder, "pgbench-v6-repeated.dat");
        RepeatedDat.Write(PlainCopy.Of(Path.Combine(shared, "traces-raw", "pgbench-r150-v6.dat.zst"), folder), dat, BinaryBytes);
        yield return dat;
        if (DatVersion7.TryWrite(dat, Path.Combine(folder, "pgbench-v7-zstd-repeated.dat")) is { } packed)
        {
            yield return packed;
        }

        string perf = Path.Combine(folder, "java-closed-repeated.perf.data");
        RepeatedPerf.Write(PlainCopy.Of(Path.Combine(shared, "traces-raw", "java-closed-4x4ms.perf.data.zst"), folder), perf, BinaryBytes);
        yield return perf;
        string perfetto = Path.Combine(folder, "test-repeated.perfetto-trace");
        RepeatedPerfetto.Write(Path.Combine(shared, "public-traces", "perfetto", "test_trace.perfetto-trace"), perfetto, BinaryBytes);
        yield return perfetto;
    }

    private static string Pack(string from, string to, bool compress)
    {
        using var trace = new RepeatedSegments(from, Periods);
        TraceConverter.Convert(trace, to, TraceOutputFormat.Packed, compress);
        return to;
    }

    private static void Measure(string path, int rounds)
    {
        var found = new Import(0, 0);
        double bytes = new FileInfo(path).Length;
        int times = (int)Math.Max(1, BytesPerRound / bytes);
        double[] seconds = new double[rounds];
        double[] hashing = new double[rounds];
        for (int round = -1; round < rounds; round++)
        {
            double one = Seconds(times, () => found = Read(path));
            double hash = Seconds(times, () => Hash(path));
            if (round >= 0)
            {
                (seconds[round], hashing[round]) = (one, hash);
            }
        }

        double median = Interleaved.Median(seconds);
        string events = found.Events == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{found.Events / median / 1e6,8:F2} M events/s");
        Console.WriteLine(FormattableString.Invariant(
            $"{Path.GetFileName(path),-40} {bytes / 1e6,7:F1} MB {bytes / median / 1e6,8:F0} MB/s {found.Periods / median / 1e6,8:F2} M periods/s, {Interleaved.Median(hashing) / median * 100,3:F0} % hashing {events}"));
    }

    private static double Seconds(int times, Action run)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
        {
            run();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / times;
    }

    private static void Hash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        hash.GetHashAndReset();
    }

    private static Import Read(string path)
    {
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        long periods = 0;
        while (trace.Read() is { } chunk)
        {
            periods += chunk.Count;
            trace.Recycle(chunk);
        }

        return new Import(trace.Inspection.Events.Values.Sum(), periods);
    }

    private readonly record struct Import(long Events, long Periods);
}
