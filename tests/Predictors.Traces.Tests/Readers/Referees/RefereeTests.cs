using System.Text.RegularExpressions;
using Predictors.Traces.Compression;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Readers.Referees;

/// <summary>The tools that write the binary formats read them, too: what they print is what is read here.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed partial class RefereeTests
{
    private static readonly string[] DatFiles =
        ["public-traces/lisa/sched_load_trace.dat", "traces-raw/memcached-open-1000-v7.dat", "traces-raw/pgbench-r150-v6.dat.zst"];

    private static readonly string[] PerfFiles = ["traces-raw/java-closed-4x4ms.perf.data.zst"];

    // Options of trace-cmd report that change its text.
    private static readonly string[][] DatVariants = [["-N"], ["-R"], ["-l"], ["--ts-diff"], []];

    [TestCaseSource(nameof(DatFiles))]
    public void TraceCmd_CountsTheSameEvents(string name)
    {
        using var file = new PlainFile(name);
        string text = ReferenceTool.Run("trace-cmd", "report", file.Path);

        Assert.That(Counts(DatEvent(), text), Is.EqualTo(Events(file.Path)));
    }

    [TestCaseSource(nameof(DatFiles))]
    public void TraceCmd_InNanoseconds_GivesTheSameSegments(string name)
    {
        using var file = new PlainFile(name);
        string text = ReferenceTool.Run("trace-cmd", "report", "-t", file.Path);

        SegmentList binary = Read(file.Path);
        SegmentList report = Read(file.Write(text));
        Assert.That(report.All, Is.EqualTo(binary.All));
        Assert.That(report.Inspection.UnparsedLines, Is.Zero);
    }

    [TestCaseSource(nameof(DatFiles))]
    public void TraceCmd_InEachOfItsForms_GivesTheSegmentsWithinAMicrosecond(string name)
    {
        using var file = new PlainFile(name);
        SegmentList binary = Read(file.Path);
        foreach (string[] variant in DatVariants)
        {
            string text = ReferenceTool.Run("trace-cmd", ["report", .. variant, file.Path]);
            SegmentList report = Read(file.Write(text));

            string what = string.Join(' ', variant);
            Assert.That(report.Inspection.UnparsedLines, Is.Zero, what);
            Assert.That(report.All, Has.Count.EqualTo(binary.All.Count), what);
            Assert.That(
                report.All.Zip(binary.All, (a, b) => Math.Max(Math.Abs(a.EntryNs - b.EntryNs), Math.Abs(a.ExitNs - b.ExitNs))).Max(),
                Is.LessThanOrEqualTo(TraceLimits.RoundingNs),
                what);
        }
    }

    [TestCaseSource(nameof(PerfFiles))]
    public void Perf_CountsTheSameEvents(string name)
    {
        using var file = new PlainFile(name);
        string text = ReferenceTool.Run("perf", "script", "-f", "--ns", "-i", file.Path);

        Assert.That(Counts(PerfEvent(), text), Is.EqualTo(Events(file.Path)));
    }

    [TestCaseSource(nameof(PerfFiles))]
    public void Perf_GivesTheSameSegments(string name)
    {
        using var file = new PlainFile(name);
        SegmentList binary = Read(file.Path);
        SegmentList exact = Read(file.Write(ReferenceTool.Run("perf", "script", "-f", "--ns", "-i", file.Path)));
        SegmentList rounded = Read(file.Write(ReferenceTool.Run("perf", "script", "-f", "-i", file.Path)));

        Assert.That(exact.All, Is.EqualTo(binary.All));
        Assert.That(rounded.All.Select(s => s.EntryNs), Is.EqualTo(binary.All.Select(s => s.EntryNs / 1000 * 1000)));
    }

    private static SegmentList Read(string path) =>
        SegmentList.Of(KernelEventReaders.Open(path, new KernelEventReaderOptions()));

    private static SortedDictionary<string, long> Events(string path) => Recording.OfFile(path).Inspection.Events;

    private static SortedDictionary<string, long> Counts(Regex name, string text)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (Match match in name.Matches(text))
        {
            string found = match.Groups["name"].Value;
            counts[found] = counts.GetValueOrDefault(found) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"^ *\S.*?-\d+ +\[\d+\] +(\S+ +)?\d+\.\d+: (?<name>[\w-]+):", RegexOptions.Multiline)]
    private static partial Regex DatEvent();

    [GeneratedRegex(@"^ *\S.* \d+ \[\d+\] +\d+\.\d+: +[\w-]+:(?<name>[\w-]+):", RegexOptions.Multiline)]
    private static partial Regex PerfEvent();

    /// <summary>A shared recording, unpacked where it is packed.</summary>
    private sealed class PlainFile : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public PlainFile(string name)
        {
            Path = SharedRecordings.Find(name);
            if (name.EndsWith(".zst", StringComparison.Ordinal))
            {
                using var packed = UnpackedFile.Open(Path);
                using FileStream plain = File.Create(Path = _folder["plain"]);
                packed.Content.CopyTo(plain);
            }
        }

        public string Path { get; }

        public string Write(string text) => _folder.Write("report.txt", text);

        public void Dispose() => _folder.Dispose();
    }
}
