using System.IO.Compression;

namespace Predictors.EndToEnd.Tests;

/// <summary>The recordings in <c>traces/</c>.</summary>
internal static class BundledTraces
{
    public const string Packed = "traces/redis-50-clients.wake";
    public const string FtraceText = "traces/tcp-rr-pinned.txt.gz";

    private static readonly Lazy<string[]> s_lines = new(() =>
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(PathOf(FtraceText)), CompressionMode.Decompress));
        return [.. Enumerable.Range(0, 20_000).Select(_ => text.ReadLine()!)];
    });

    /// <summary>The first lines of a recording, its comments included.</summary>
    public static IReadOnlyList<string> Lines => s_lines.Value;

    /// <summary>The files, as paths from the root of the repository.</summary>
    public static IEnumerable<string> All => In("traces");

    /// <summary>The files of the folder beside them.</summary>
    public static IEnumerable<string> WithArmedTimers => In("traces/armed-timers");

    public static string PathOf(string trace) => Path.Combine(RepositoryProject.Root, trace);

    private static IEnumerable<string> In(string folder) =>
        Directory.GetFiles(PathOf(folder))
            .Select(f => $"{folder}/{Path.GetFileName(f)}")
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !f.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
