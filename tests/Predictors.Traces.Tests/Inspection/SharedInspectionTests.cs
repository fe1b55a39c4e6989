using System.Text.Json;
using Predictors.Traces.Tests.Readers;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Inspection;

[TestFixture]
public sealed class SharedInspectionTests
{
    [Test]
    public void Systrace_Html_HasTheIdleCountsThatAnIndependentReaderFound()
    {
        const string Name = "trappy/trace_surfaceflinger.html";
        TraceInspection inspection = SharedSegments.Of("public-traces/" + Name).Inspection;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedRecordings.Find("public-traces/expected.json")));
        JsonElement expected = json.RootElement.GetProperty(Name);

        Assert.That(inspection.FirstNs, Is.EqualTo(expected.GetProperty("first_ns").GetInt64()));
        Assert.That(inspection.LastNs, Is.EqualTo(expected.GetProperty("last_ns").GetInt64()));
        JsonElement idle = expected.GetProperty("idle");
        Assert.That(inspection.Vcpus.Keys.Select(v => v.ToString()), Is.EqualTo(idle.EnumerateObject().Select(p => p.Name)));
        foreach (JsonProperty cpu in idle.EnumerateObject())
        {
            VcpuInspection counts = inspection.Vcpus[int.Parse(cpu.Name)];
            Assert.That(counts.Enters, Is.EqualTo(Value(cpu, "enters")));
            Assert.That(counts.Exits, Is.EqualTo(Value(cpu, "exits")));
            Assert.That(counts.Pairs, Is.EqualTo(Value(cpu, "pairs")));
            Assert.That(counts.Segments, Is.EqualTo(Value(cpu, "pairs")));
            Assert.That(counts.ExitWithoutEnter, Is.EqualTo(Value(cpu, "exit_without_enter")));
            Assert.That(counts.OpenAtEnd, Is.EqualTo(Value(cpu, "open_at_end")));
            Assert.That(counts.IdleNs, Is.EqualTo(Value(cpu, "idle_ns")));
        }

        Assert.That(inspection.Anomalies, Is.Empty);
    }

    [TestCase("guest-s1-haltpoll.txt.zst")]
    [TestCase("guest-s5-haltpoll.txt.zst")]
    [TestCase("guest-s8-menu.txt.zst")]
    public void GovernorTrace_HasAnEnterAndAnExitForEachCpuIdleEvent(string name)
    {
        TraceInspection inspection = SharedSegments.Of("governor-traces/" + name).Inspection;

        Assert.That(inspection.Vcpus.Values.Sum(v => v.Enters + v.Exits), Is.EqualTo(inspection.Events["cpu_idle"]));
        Assert.That(inspection.Vcpus.Values.Select(v => v.IdleSource), Has.All.EqualTo("cpu_idle"));
        Assert.That(inspection.Anomalies, Is.Empty);
    }

    private static long Value(JsonProperty cpu, string name) => cpu.Value.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;
}
