using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class RankJsonTests
{
    private static readonly string[] s_asked =
        ["fixed-window", "halt", "haltpoll", "idle-poll", "kvm-halt-poll", "ml-regression", "smart-idle-poll"];

    private static readonly Lazy<JsonElement> s_rank =
        new(() => JsonNames.Parse(PredictorsCommand.Run("rank", "traces", "--json", "-").Expect(0).Output));

    [Test]
    public void Rank_BundledTraces_HasTheFixedNames()
    {
        JsonElement rank = s_rank.Value;

        JsonNames.Expect(rank, "schema", "traces", "profile", "results", "ranking");
        Assert.That(rank.GetProperty("schema").GetInt32(), Is.EqualTo(1));
        foreach (JsonElement trace in rank.GetProperty("traces").EnumerateArray())
        {
            JsonNames.Expect(trace, "name", "sha256", "vcpus", "spanNs", "idlePeriods");
        }

        foreach (JsonElement result in rank.GetProperty("results").EnumerateArray())
        {
            JsonNames.Expect(
                result, "predictor", "parameters", "trace", "idlePeriods", "caught", "halts", "guestPollNs", "guestPollFailedNs", "hostPollNs",
                "overheadNs", "wasteNs", "wastePercent", "exits", "latency", "costNs", "clairvoyantCostNs", "regret");
            JsonNames.Expect(result.GetProperty("exits"), "hlt", "timerWrite", "ipi", "timerExpiry", "total");
            JsonNames.Expect(result.GetProperty("latency"), "meanNs", "p50Ns", "p90Ns", "p99Ns", "p999Ns", "maxNs", "totalNs");
        }

        foreach (JsonElement standing in rank.GetProperty("ranking").EnumerateArray())
        {
            JsonNames.Expect(standing, "rank", "predictor", "parameters", "costRatio", "low", "high", "pareto");
        }
    }

    [Test]
    public void Rank_BundledTraces_HoldsEveryShippedPredictorOnEveryTrace()
    {
        string?[] predictors = [.. Texts(JsonNames.Parse(PredictorsCommand.Run("plugins", "--json", "-").Expect(0).Output), "predictors", "predictor")];
        string[] traces = [.. BundledTraces.All.Select(t => Path.GetFileName(t))];

        JsonElement rank = s_rank.Value;

        Assert.That(predictors, Is.SupersetOf(s_asked));
        Assert.That(Texts(rank, "ranking", "predictor"), Is.EquivalentTo(predictors));
        Assert.That(Texts(rank, "traces", "name"), Is.EqualTo(traces));
        Assert.That(
            rank.GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("trace").GetString(), r.GetProperty("predictor").GetString())),
            Is.EquivalentTo(traces.SelectMany(t => predictors.Select(p => (t, p)))));
    }

    [Test]
    public void Rank_BundledTraces_NobodyBeatsTheClairvoyant() =>
        Assert.That(
            s_rank.Value.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("regret").GetDouble()),
            Has.All.GreaterThanOrEqualTo(0));

    private static IEnumerable<string?> Texts(JsonElement rank, string list, string name) =>
        rank.GetProperty(list).EnumerateArray().Select(e => e.GetProperty(name).GetString());
}
