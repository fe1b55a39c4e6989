using System.Security.Cryptography;
using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class InfoJsonTests
{
    [Test]
    public void Info_BundledTraces_HasTheFixedNames()
    {
        JsonElement info = JsonNames.Parse(PredictorsCommand.Run("info", "traces", "--json", "-").Expect(0).Output);

        JsonNames.Expect(info, "schema", "traces");
        JsonElement[] traces = [.. info.GetProperty("traces").EnumerateArray()];
        Assert.That(traces.Select(t => $"traces/{t.GetProperty("name").GetString()}"), Is.EqualTo(BundledTraces.All));
        foreach (JsonElement trace in traces)
        {
            JsonNames.Expect(trace, "name", "format", "vcpus", "firstNs", "lastNs", "events", "columns", "perVcpu");
            foreach (JsonProperty vcpu in trace.GetProperty("perVcpu").EnumerateObject())
            {
                JsonNames.Expect(vcpu.Value, "enters", "exits", "pairs", "exitWithoutEnter", "openAtEnd", "idleNs");
            }
        }
    }

    [Test]
    public void Info_OfTheTracesReadme_HasItsCountsAndHashes()
    {
        Dictionary<string, JsonElement> traces =
            JsonNames.Parse(PredictorsCommand.Run("info", "traces", "--json", "-").Expect(0).Output)
                .GetProperty("traces").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        string[][] rows = [.. File.ReadLines(BundledTraces.PathOf("traces/README.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
        string[][] counts = [.. rows.Where(r => r.Length == 7)];
        string[][] originals = [.. rows.Where(r => r.Length == 4)];

        Assert.That(counts.Select(r => r[0].Trim('`')), Is.EquivalentTo(traces.Keys));
        Assert.That(originals.Select(r => r[0].Trim('`')), Is.EquivalentTo(traces.Keys));
        Assert.Multiple(() =>
        {
            foreach (string[] row in counts)
            {
                JsonElement trace = traces[row[0].Trim('`')];
                double seconds = (trace.GetProperty("lastNs").GetInt64() - trace.GetProperty("firstNs").GetInt64()) / 1e9;
                Assert.That(row[3], Is.EqualTo($"{trace.GetProperty("vcpus").GetInt32()}"), row[0]);
                Assert.That(row[4], Is.EqualTo($"{seconds:F3}"), row[0]);
                Assert.That(row[5], Is.EqualTo($"{trace.GetProperty("events").EnumerateObject().Sum(e => e.Value.GetInt64()):N0}"), row[0]);
            }

            foreach (string[] row in originals)
            {
                string name = row[0].Trim('`');
                Assert.That(traces[name].GetProperty("sourceSha256").GetString(), Is.EqualTo(row[3].Trim('`')), name);
                bool asRecorded = row[1] == "as recorded";
                string sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(BundledTraces.PathOf($"traces/{name}"))));
                Assert.That(sha256 == row[3].Trim('`'), Is.EqualTo(asRecorded), name);
            }
        });
    }
}
