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

    [Test]
    public void QueryWithDuckDb_OnAReplay_AddsUpToItsResult()
    {
        using var folder = new TemporaryFolder();
        JsonElement result = JsonNames.Parse(
            PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "menu", "--parquet", folder["menu"], "--json", "-").Expect(0).Output)
            .GetProperty("results")[0];

        string[] lines = Run(Sample("QueryWithDuckDb"), folder["menu/results.parquet"], folder["menu/periods.parquet"]).Expect(0).Output.Split('\n');

        string[][] outcomes = [.. Table(lines, "One predictor")];
        Assert.That(outcomes[0], Is.EqualTo(["outcome", "periods", "guestPollNs", "hostPollNs", "wasteNs", "latencyNs"]));
        Assert.That(Sum("periods"), Is.EqualTo(result.GetProperty("idlePeriods").GetInt64()));
        Assert.That(Sum("guestPollNs"), Is.EqualTo(result.GetProperty("guestPollNs").GetInt64()));
        Assert.That(Sum("hostPollNs"), Is.EqualTo(result.GetProperty("hostPollNs").GetInt64()));
        Assert.That(Sum("wasteNs"), Is.EqualTo(result.GetProperty("wasteNs").GetInt64()));
        Assert.That(Sum("latencyNs"), Is.EqualTo(result.GetProperty("latency").GetProperty("totalNs").GetInt64()));
        Assert.That(Table(lines, "Over all traces").Last()[0], Is.EqualTo("menu"));
        Assert.That(Table(lines, "What the results").Last()[1], Is.EqualTo("skylake-sp"));

        long Sum(string column) =>
            outcomes.Skip(1).Sum(row => long.Parse(row[Array.IndexOf(outcomes[0], column)], CultureInfo.InvariantCulture));
    }

    [Test]
    public void QueryWithDuckDb_NoSuchFile_OneLine() =>
        Assert.That(Run(Sample("QueryWithDuckDb"), "none.parquet", "none.parquet").Expect(3).ErrorLines, Has.Count.EqualTo(1).And.One.Contain("none.parquet"));

    private static IEnumerable<string[]> Table(string[] lines, string title) => lines
        .SkipWhile(l => !l.StartsWith(title, StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.Length > 0)
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static RepositoryProject Sample(string name) =>
        new(Path.Combine(RepositoryProject.Root, "samples", name, name + ".csproj"));

    private static CommandResult Run(RepositoryProject sample, params string[] arguments) =>
        PredictorsCommand.Run(PredictorsCommand.Start(PredictorsCommand.Dotnet, [sample.Assembly, .. arguments], RepositoryProject.Root));
}
