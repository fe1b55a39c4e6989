using System.Globalization;
using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class InfoOfRecordingsTests
{
    private const string TscHz = "2299998000";

    [Test]
    public void Info_EveryTextRecording_HasTheCountsOfTheManifest()
    {
        string folder = SharedFolder.Find("traces-raw");
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "MANIFEST.md"))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(r => r.Length == 10 && r[0].Contains(".txt.", StringComparison.Ordinal))];
        Assert.That(rows, Has.Length.GreaterThanOrEqualTo(8));

        Dictionary<string, JsonElement> traces =
            JsonNames.Parse(PredictorsCommand.Run(["info", .. rows.Select(r => Path.Combine(folder, r[0])), "--clock-hz", TscHz, "--json", "-"]).Expect(0).Output)
                .GetProperty("traces").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);

        Assert.Multiple(() =>
        {
            foreach (string[] row in rows)
            {
                JsonElement trace = traces[row[0]];
                double seconds = (trace.GetProperty("lastNs").GetInt64() - trace.GetProperty("firstNs").GetInt64()) / 1e9;
                Assert.That(trace.GetProperty("events").EnumerateObject().Sum(e => e.Value.GetInt64()), Is.EqualTo(long.Parse(row[6], CultureInfo.InvariantCulture)), row[0]);
                Assert.That(trace.GetProperty("vcpus").GetInt32(), Is.EqualTo(int.Parse(row[4], CultureInfo.InvariantCulture)), row[0]);
                Assert.That(seconds, Is.EqualTo(double.Parse(row[5], CultureInfo.InvariantCulture)).Within(0.000501), row[0]);
                Assert.That(trace.GetProperty("sha256").GetString(), Is.EqualTo(row[9]), row[0]);
                Assert.That(trace.GetProperty("lostEvents").GetInt64(), Is.Zero, row[0]);
            }
        });
    }

    [Test]
    public void Info_PublicText_IsWhatAnIndependentReaderFound()
    {
        const string Name = "trappy/trace_surfaceflinger.html";
        JsonElement expected = JsonNames.Parse(File.ReadAllText(SharedFolder.Find("public-traces/expected.json"))).GetProperty(Name);

        JsonElement trace = JsonNames.Parse(PredictorsCommand.Run("info", SharedFolder.Find($"public-traces/{Name}"), "--json", "-").Expect(0).Output)
            .GetProperty("traces")[0];

        Assert.That(Counts(trace.GetProperty("events")), Is.EqualTo(Counts(expected.GetProperty("events"))));
        Assert.That(trace.GetProperty("firstNs").GetInt64(), Is.EqualTo(expected.GetProperty("first_ns").GetInt64()));
        Assert.That(trace.GetProperty("lastNs").GetInt64(), Is.EqualTo(expected.GetProperty("last_ns").GetInt64()));
        Assert.That(trace.GetProperty("unparsedLines").GetInt64(), Is.EqualTo(expected.GetProperty("unparsed_lines").GetInt64()));
        Assert.That(
            trace.GetProperty("perVcpu").EnumerateObject().Select(v => v.Name),
            Is.EqualTo(expected.GetProperty("cpus").EnumerateArray().Select(c => c.ToString())));
        foreach (JsonProperty cpu in expected.GetProperty("idle").EnumerateObject())
        {
            Dictionary<string, long> found = Counts(trace.GetProperty("perVcpu").GetProperty(cpu.Name));
            Dictionary<string, long> idle = Counts(cpu.Value);
            string[] pairs = ["enters enters", "exits exits", "pairs pairs", "idleNs idle_ns", "exitWithoutEnter exit_without_enter", "openAtEnd open_at_end"];
            Assert.That(pairs.Select(p => found[p.Split(' ')[0]]), Is.EqualTo(pairs.Select(p => idle.GetValueOrDefault(p.Split(' ')[1]))), $"CPU {cpu.Name}");
        }
    }

    private static Dictionary<string, long> Counts(JsonElement element) =>
        element.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).ToDictionary(p => p.Name, p => p.Value.GetInt64());
}
