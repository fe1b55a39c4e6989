using System.Globalization;
using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>What <c>traces/armed-timers/README.md</c> says of its recordings.</summary>
public class ArmedTimerTraceTests
{
    private static IEnumerable<string> Traces => BundledTraces.WithArmedTimers;

    [TestCaseSource(nameof(Traces))]
    public void Readme_OfARecording_SaysWhatItHolds(string trace)
    {
        using var folder = new TemporaryFolder();
        string csv = folder["trace.csv"];
        PredictorsCommand.Run("convert", trace, "-o", csv).Expect(0);
        string[] lines = [.. File.ReadLines(csv).Where(l => !l.StartsWith('#'))];
        int column = Array.IndexOf(lines[0].Split(','), "next_timer_ns");
        JsonElement info = JsonDocument.Parse(PredictorsCommand.Run("info", trace, "--json", "-").Expect(0).Output).RootElement.GetProperty("traces")[0];
        string row = File.ReadLines(BundledTraces.PathOf("traces/armed-timers/README.md")).Single(l => l.StartsWith($"| `{Path.GetFileName(trace)}`", StringComparison.Ordinal));

        Assert.That(row, Does.EndWith(string.Create(CultureInfo.InvariantCulture, $"| {lines.Length - 1:N0} |")));
        Assert.That(lines.Skip(1).Count(l => l.Split(',')[column].Length > 0), Is.GreaterThan(0.998 * (lines.Length - 1)));
        Assert.That(row, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"| {info.GetProperty("events").EnumerateObject().Sum(e => e.Value.GetInt64()):N0}")));
        Assert.That(info.GetProperty("perVcpu").EnumerateObject().Sum(v => v.Value.GetProperty("lostEvents").GetInt64()), Is.Zero);
    }
}
