using System.Text.Json;
using System.Text.RegularExpressions;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
[Parallelizable(ParallelScope.Self)]
public sealed partial class SharedRecordingsTests
{
    private const long TscHz = 2_299_998_000;

    [TestCase("cyclictest-1000us-tsc.txt.gz")]
    [TestCase("java-closed-4x4ms.perf-script.txt.zst")]
    [TestCase("java-closed-8x5ms.txt.zst")]
    [TestCase("memcached-open-2000.txt.zst")]
    [TestCase("memcached-open-3000-hrtimers.txt.zst")]
    [TestCase("phases-mix-a.txt.zst")]
    [TestCase("redis-50-clients.txt.zst")]
    [TestCase("tcp-rr-pinned.txt.gz")]
    public void Recording_OfManifest_HasItsEventsCpusAndSpan(string name)
    {
        Recording recording = Recording.OfFile(SharedRecordings.Find("traces-raw/" + name), TscHz);
        string row = File.ReadLines(SharedRecordings.Find("traces-raw/MANIFEST.md")).Single(l => l.StartsWith($"| {name} |", StringComparison.Ordinal));
        string[] cells = row.Split('|', StringSplitOptions.TrimEntries);

        Assert.That(recording.Inspection.Events.Values.Sum(), Is.EqualTo(long.Parse(cells[7])));
        Assert.That(recording.Events, Has.Count.EqualTo(int.Parse(cells[7])));
        Assert.That(recording.Inspection.Vcpus.Keys, Has.Count.EqualTo(int.Parse(cells[5])));
        Assert.That((recording.Inspection.LastNs - recording.Inspection.FirstNs) / 1e9, Is.EqualTo(double.Parse(cells[6])).Within(0.000501));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
        Assert.That(recording.Events.Select(e => e.Kind), Has.None.EqualTo(KernelEventKind.Other));
    }

    [Test]
    public void GovernorTraces_All_HaveTheirLinesAsEventsAndTheirSettings()
    {
        string manifest = SharedRecordings.Find("governor-traces/MANIFEST.md");
        MatchCollection rows = GovernorRow().Matches(File.ReadAllText(manifest));
        Assert.That(rows, Has.Count.EqualTo(16));

        foreach (Match row in rows)
        {
            Recording recording = Recording.OfFile(Path.Combine(Path.GetDirectoryName(manifest)!, row.Groups["file"].Value));
            int comments = row.Groups["set"].Value.StartsWith("ks", StringComparison.Ordinal) ? 16 : 13;
            Assert.That(recording.Events, Has.Count.EqualTo(int.Parse(row.Groups["lines"].Value) - comments), row.Value);
            Assert.That(recording.Inspection.UnparsedLines, Is.Zero, row.Value);
            Assert.That(recording.Reader.Settings["set"], Is.EqualTo(row.Groups["set"].Value));
            Assert.That(recording.Reader.Clock, Is.EqualTo("mono"));
        }
    }

    [Test]
    public void Governor_Decisions_HaveTheirValues()
    {
        Recording guest = Recording.OfFile(SharedRecordings.Find("governor-traces/guest-s1-haltpoll.txt.zst"));
        Recording host = Recording.OfFile(SharedRecordings.Find("governor-traces/kvm-ks1.txt.zst"));

        // Each probe of reflect shows the window that the last decision on its CPU left.
        var window = new long[2];
        int decisions = 0;
        foreach (KernelEvent e in guest.Events.Where(e => e.Kind is KernelEventKind.GovernorReflect or KernelEventKind.GuestHaltPollNs))
        {
            Assert.That(e.Kind == KernelEventKind.GovernorReflect ? e.C : e.B, Is.EqualTo(window[e.Cpu]), $"line {e.Place}");
            window[e.Cpu] = e.Kind == KernelEventKind.GuestHaltPollNs ? e.A : window[e.Cpu];
            decisions += e.Kind == KernelEventKind.GuestHaltPollNs && e.A > 0 ? 1 : 0;
        }

        Assert.That(decisions, Is.GreaterThan(100));
        Assert.That(host.Reader.Settings["cap_halt_poll"], Is.EqualTo("200000"));
        Assert.That(host.Events.Count(e => e.Kind == KernelEventKind.KvmHaltPollNs), Is.EqualTo(3049));
        Assert.That(host.Events.Where(e => e.Kind == KernelEventKind.KvmVcpuWakeup).Min(e => e.A), Is.GreaterThan(0));
    }

    [Test]
    public void Systrace_Html_IsWhatAnIndependentReaderFound()
    {
        const string Name = "trappy/trace_surfaceflinger.html";
        Recording recording = Recording.OfFile(SharedRecordings.Find("public-traces/" + Name));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedRecordings.Find("public-traces/expected.json")));
        JsonElement expected = json.RootElement.GetProperty(Name);

        Assert.That(recording.Inspection.Events, Is.EqualTo(
            expected.GetProperty("events").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetInt64())));
        Assert.That(recording.Inspection.Vcpus.Keys, Is.EqualTo(expected.GetProperty("cpus").EnumerateArray().Select(c => c.GetInt32())));
        Assert.That(recording.Inspection.FirstNs, Is.EqualTo(expected.GetProperty("first_ns").GetInt64()));
        Assert.That(recording.Inspection.LastNs, Is.EqualTo(expected.GetProperty("last_ns").GetInt64()));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(expected.GetProperty("unparsed_lines").GetInt64()));
        Assert.That(recording.Events, Has.Count.EqualTo(expected.GetProperty("total").GetInt32()));
    }

    [GeneratedRegex(@"^\| (?<file>(guest|kvm)-\S+\.zst) \| (?<lines>\d+) \| set=(?<set>\w+)", RegexOptions.Multiline)]
    private static partial Regex GovernorRow();
}
