using System.Text.Json;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Readers.Binary;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SharedBinaryTests
{
    [TestCase("lisa/sched_load_trace.dat")]
    [TestCase("perfdata/perf.data")]
    [TestCase("perfetto/test_trace.perfetto-trace")]
    public void PublicFile_IsWhatAnIndependentReaderFound(string name)
    {
        SegmentList list = SharedSegments.Of("public-traces/" + name);
        TraceInspection inspection = list.Inspection;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedRecordings.Find("public-traces/expected.json")));
        JsonElement expected = json.RootElement.GetProperty(name);

        Assert.That(list.Header.Format, Is.EqualTo(expected.GetProperty("format").GetString()));
        Assert.That(inspection.Events, Is.EqualTo(
            expected.GetProperty("events").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetInt64())));
        Assert.That(inspection.Events.Values.Sum(), Is.EqualTo(expected.GetProperty("total").GetInt64()));
        Assert.That(inspection.Vcpus.Keys, Is.EqualTo(expected.GetProperty("cpus").EnumerateArray().Select(c => c.GetInt32())));
        Assert.That(inspection.FirstNs, Is.EqualTo(expected.GetProperty("first_ns").GetInt64()));
        Assert.That(inspection.LastNs, Is.EqualTo(expected.GetProperty("last_ns").GetInt64()));
        Assert.That(
            inspection.Vcpus.Values.Where(v => v.IdleSource == "cpu_idle").Select(v => v.Vcpu.ToString()),
            Is.EqualTo(expected.GetProperty("idle").EnumerateObject().Select(p => p.Name)));
        foreach (JsonProperty cpu in expected.GetProperty("idle").EnumerateObject())
        {
            VcpuInspection counts = inspection.Vcpus[int.Parse(cpu.Name)];
            Assert.That(counts.Enters, Is.EqualTo(Value(cpu, "enters")));
            Assert.That(counts.Exits, Is.EqualTo(Value(cpu, "exits")));
            Assert.That(counts.Pairs, Is.EqualTo(Value(cpu, "pairs")));
            Assert.That(counts.ExitWithoutEnter, Is.EqualTo(Value(cpu, "exit_without_enter")));
            Assert.That(counts.OpenAtEnd, Is.EqualTo(Value(cpu, "open_at_end")));
            Assert.That(counts.IdleNs, Is.EqualTo(Value(cpu, "idle_ns")));
        }

        Assert.That(inspection.Anomalies, Is.Empty);
    }

    [Test]
    public void PerfData_GivesTheSegmentsOfItsText()
    {
        SegmentList binary = SharedSegments.Of("traces-raw/java-closed-4x4ms.perf.data.zst");
        SegmentList text = SharedSegments.Of("traces-raw/java-closed-4x4ms.perf-script.txt.zst");

        Assert.That(binary.All, Has.Count.EqualTo(7130));
        Assert.That(binary.All, Is.EqualTo(text.All));
        Assert.That(binary.Header.Columns, Is.EqualTo(text.Header.Columns));
        Assert.That(binary.Header.Clock, Is.EqualTo("mono"));
        Assert.That(binary.Inspection.Events, Is.EqualTo(text.Inspection.Events));
        Assert.That(binary.Inspection.Vcpus[0].IdleNs, Is.EqualTo(text.Inspection.Vcpus[0].IdleNs));
    }

    [TestCase("memcached-open-1000-v7.dat", "trace-cmd v7")]
    [TestCase("pgbench-r150-v6.dat.zst", "trace-cmd v6")]
    public void Recording_OfManifest_HasItsEventsCpusAndSpan(string name, string format)
    {
        Recording recording = Recording.OfFile(SharedRecordings.Find("traces-raw/" + name));
        string row = File.ReadLines(SharedRecordings.Find("traces-raw/MANIFEST.md")).Single(l => l.StartsWith($"| {name} |", StringComparison.Ordinal));
        string[] cells = row.Split('|', StringSplitOptions.TrimEntries);

        Assert.That(recording.Events, Has.Count.EqualTo(int.Parse(cells[7])));
        Assert.That(recording.Inspection.Events.Values.Sum(), Is.EqualTo(recording.Events.Count));
        Assert.That(recording.Inspection.Vcpus.Keys, Has.Count.EqualTo(int.Parse(cells[5])));
        Assert.That((recording.Inspection.LastNs - recording.Inspection.FirstNs) / 1e9, Is.EqualTo(double.Parse(cells[6])).Within(0.000501));
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
        Assert.That(recording.Events.Select(e => e.Kind), Has.None.EqualTo(KernelEventKind.Other));
        Assert.That(recording.Events.Zip(recording.Events.Skip(1), (a, b) => b.TimeNs - a.TimeNs).Min(), Is.GreaterThanOrEqualTo(0));
        Assert.That(recording.Reader.Format, Is.EqualTo(format));
        Assert.That(recording.Reader.Clock, Is.EqualTo("mono"));
    }

    private static long Value(JsonProperty cpu, string name) => cpu.Value.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;
}
