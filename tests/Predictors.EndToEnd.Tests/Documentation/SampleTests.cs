using System.Globalization;
using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class SampleTests
{
    [Test]
    public void MinimalPredictor_BesideTheShipped_IsListedAndRanked()
    {
        string folder = Sample("MinimalPredictor").OutputFolder;

        JsonElement rank = JsonNames.Parse(PredictorsCommand.Run("rank", "traces", "--plugins", folder, "--json", "-").Expect(0).Output);

        Assert.That(Directory.GetFiles(folder, "*.dll").Select(Path.GetFileName), Is.EqualTo(["MinimalPredictor.dll"]));
        JsonElement standing = rank.GetProperty("ranking").EnumerateArray().Single(s => s.GetProperty("predictor").GetString() == "last-idle");
        Assert.That(standing.GetProperty("costRatio").GetDouble(), Is.GreaterThanOrEqualTo(1));
        Assert.That(
            rank.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("predictor").GetString() == "last-idle").Sum(r => r.GetProperty("caught").GetInt64()),
            Is.GreaterThan(0));
    }

    [Test]
    public void RankFromCode_OnABundledTrace_PrintsWasteLatencyAndCost()
    {
        CommandResult result = Run(Sample("RankFromCode"), BundledTraces.Packed).Expect(0);

        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[][] rows = [.. lines.Skip(2).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.That(lines[0], Is.EqualTo("redis-50-clients.wake: mean-idle without host polling"));
        Assert.That(rows.Select(r => r[0]), Is.EquivalentTo(["0", "5us", "20us", "80us"]));
        Assert.That(rows.Select(r => double.Parse(r[^1], CultureInfo.InvariantCulture)), Is.Ordered.And.All.GreaterThanOrEqualTo(1));

        // Without polling it is the shipped predictor that never polls.
        JsonElement halt = JsonNames.Parse(
            PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "halt", "--host-poll", "off", "--json", "-").Expect(0).Output)
            .GetProperty("results")[0];
        string[] never = rows.Single(r => r[0] == "0");
        Assert.That(never[1], Is.EqualTo(halt.GetProperty("wastePercent").GetDouble().ToString("F2", CultureInfo.InvariantCulture)));
        Assert.That(never[3], Is.EqualTo((halt.GetProperty("latency").GetProperty("meanNs").GetDouble() / 1000).ToString("F2", CultureInfo.InvariantCulture)));
    }

    [Test]
    public void RankFromCode_NoSuchTrace_OneLine()
    {
        CommandResult result = Run(Sample("RankFromCode"), "none.wake").Expect(3);

        Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
        Assert.That(result.ErrorLines[0], Does.StartWith("none.wake: "));
    }

    private static RepositoryProject Sample(string name) =>
        new(Path.Combine(RepositoryProject.Root, "samples", name, name + ".csproj"));

    private static CommandResult Run(RepositoryProject sample, string trace) =>
        PredictorsCommand.Run(PredictorsCommand.Start(PredictorsCommand.Dotnet, [sample.Assembly, trace], RepositoryProject.Root));
}
