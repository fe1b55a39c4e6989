using System.IO.Compression;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>Import of a bundled recording: as ftrace text, packed, and packed with zstd.</summary>
internal static class ImportBenchmark
{
    public static void Run(string repository, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("predictors-bench-").FullName;
        try
        {
            string text = Path.Combine(folder, "trace.txt");
            using (var packed = new GZipStream(File.OpenRead(Path.Combine(repository, "traces", "tcp-rr-pinned.txt.gz")), CompressionMode.Decompress))
            using (FileStream plain = File.Create(text))
            {
                packed.CopyTo(plain);
            }

            string wake = Convert(text, Path.Combine(folder, "plain.wake"), compress: false);
            string zstd = Convert(text, Path.Combine(folder, "zstd.wake"), compress: true);
            double bytes = new FileInfo(text).Length;
            Console.WriteLine($"Import of tcp-rr-pinned, {bytes / 1e6:F1} MB as ftrace text, from page cache, hashing included, one core, {rounds} rounds, medians");
            Interleaved.Measure(
                [new("ftrace text", () => ReadAll(text)), new(".wake", () => ReadAll(wake)), new(".wake, zstd", () => ReadAll(zstd))],
                rounds,
                bytes,
                "text byte");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Convert(string from, string to, bool compress)
    {
        using ITraceReader trace = TraceFile.Open(from, new TraceFileOptions());
        TraceConverter.Convert(trace, to, TraceOutputFormat.Packed, compress);
        return to;
    }

    private static void ReadAll(string path)
    {
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        while (trace.Read() is { } chunk)
        {
            trace.Recycle(chunk);
        }
    }
}
