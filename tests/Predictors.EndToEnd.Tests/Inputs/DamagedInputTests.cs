using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>Where little is damaged the rest is used, and both <c>info</c> and the report say what was odd.</summary>
public class DamagedInputTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void LongLine_AmongOthers_IsLeftOutAndTold()
    {
        IEnumerable<string> lines = [.. BundledTraces.Lines.Take(15), new string('x', 10_000_000), .. BundledTraces.Lines.Skip(15)];

        ExpectAnomaly(_folder.Write("long.txt", BundledTraces.Text(lines)), "line-too-long", 1, "line 16");
    }

    [Test]
    public void Time_JumpsBackAtTheEnd_IsTold()
    {
        IEnumerable<string> lines = [.. BundledTraces.Lines, .. BundledTraces.Lines.Where(l => l[0] != '#').Take(50)];

        ExpectAnomaly(_folder.Write("back.txt", BundledTraces.Text(lines)), "time-jumps-back", 2, "line 20001");
    }

    [Test]
    public void Cpu_BeyondTheBoundOnce_IsTold()
    {
        string[] lines = [.. BundledTraces.Lines];
        lines[100] = lines[100].Replace("[000]", "[4294967295]", StringComparison.Ordinal).Replace("[001]", "[4294967295]", StringComparison.Ordinal);

        ExpectAnomaly(_folder.Write("cpu.txt", BundledTraces.Text(lines)), "cpu-out-of-range", 1, "line 101");
    }

    private static void ExpectAnomaly(string file, string name, long count, string place)
    {
        JsonElement anomaly = JsonNames.Parse(PredictorsCommand.Run("info", file, "--json", "-").Expect(0).Output)
            .GetProperty("traces")[0].GetProperty("anomalies").EnumerateArray().Single(a => a.GetProperty("name").GetString() == name);
        Assert.That(anomaly.GetProperty("count").GetInt64(), Is.EqualTo(count));
        Assert.That(anomaly.GetProperty("firstPlace").GetString(), Is.EqualTo(place));

        CommandResult rank = PredictorsCommand.Run("rank", file, "-p", "halt").Expect(0);
        Assert.That(rank.Output, Does.Contain($"{Path.GetFileName(file)} has anomalies: ").And.Contain($"{name} {count} (first at {place})"));
    }
}
