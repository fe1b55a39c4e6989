using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public class RankReportTests
{
    [Test]
    public void Write_TwoTracesAndAFailure_IsAsExpected() =>
        Expectation.Holds("rank", new RankReport(Samples.Board(), Samples.Settings, ["One more thing."]));

    [Test]
    public void WriteJson_NothingToRank_HasNullRegretAndAnEmptyRanking()
    {
        Leaderboard board = Leaderboard.Of(
            [Samples.Halt], [new TraceRun(Samples.PingPong, new ClairvoyantResult(0, [.. new double[12]]), [Samples.Halted])], new());

        JsonElement json = Expectation.Parsed(new RankReport(board, Samples.Settings, []));

        Assert.That(json.GetProperty("results")[0].GetProperty("regret").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(json.GetProperty("ranking").GetArrayLength(), Is.Zero);
        Assert.That(json.GetProperty("notes").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public void WriteJson_FieldsOfTheDesign_AreThere()
    {
        JsonElement json = Expectation.Parsed(new RankReport(Samples.Board(), Samples.Settings, []));

        Assert.Multiple(() =>
        {
            Has(json, "schema", "traces", "profile", "results", "ranking");
            Has(json.GetProperty("traces")[0], "name", "sha256", "vcpus", "spanNs", "idlePeriods");
            JsonElement result = json.GetProperty("results")[0];
            Has(
                result, "predictor", "parameters", "trace", "idlePeriods", "caught", "halts", "guestPollNs", "guestPollFailedNs",
                "hostPollNs", "overheadNs", "wasteNs", "wastePercent", "exits", "latency", "costNs", "clairvoyantCostNs", "regret");
            Has(result.GetProperty("exits"), "hlt", "timerWrite", "ipi", "timerExpiry", "total");
            Has(result.GetProperty("latency"), "meanNs", "p50Ns", "p90Ns", "p99Ns", "p999Ns", "maxNs", "totalNs");
            Has(json.GetProperty("ranking")[0], "rank", "predictor", "parameters", "costRatio", "low", "high", "pareto");
        });
    }

    private static void Has(JsonElement json, params string[] fields) =>
        Assert.That(fields.Where(f => !json.TryGetProperty(f, out _)), Is.Empty);
}
