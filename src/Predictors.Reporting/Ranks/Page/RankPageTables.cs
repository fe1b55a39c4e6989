using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The tables on the page of a ranking.</summary>
internal static class RankPageTables
{
    private static readonly PageColumn[] s_leaderboard =
    [
        new("Rank", Decimals: 0), new("Predictor"), new("Cost ratio", Decimals: 3), new("95 % interval", Decimals: 3), new("Regret", "%", 1),
        new("CPU waste", "% of span x vCPUs", 2), new("Latency, mean", "us", 2), new("Latency, p50", "us", 2), new("Latency, p99", "us", 2),
        new("Caught", "% of idle periods", 1), new("Pareto front"),
    ];

    private static readonly PageColumn[] s_results =
    [
        new("Trace"), new("Predictor"), new("Cost ratio", Decimals: 3), new("CPU waste", "% of span x vCPUs", 2), new("Latency, mean", "us", 2),
        new("Latency, p50", "us", 2), new("Latency, p99", "us", 2), new("Latency, p99.9", "us", 2), new("Latency, max", "us", 2),
        new("Caught", "% of idle periods", 1), new("VM exits", "per 100 idle periods", 1), new("IPIs sent", "per 100 idle periods", 1),
    ];

    private static readonly PageColumn[] s_traces =
    [
        new("Trace"), new("vCPUs", Decimals: 0), new("Span", "s", 3), new("Idle periods", Decimals: 0), new("Arrivals measured", "%", 1),
        new("Arrivals estimated", "%", 1), new("Arrivals unknown", "%", 1), new("SHA-256"),
    ];

    public static TableSection Leaderboard(IReadOnlyList<Standing> standings) => new(
        "leaderboard", "Leaderboard", s_leaderboard, [.. standings.Select((s, i) => LeaderboardRow(s, i))])
    {
        Best = standings.Count(s => s.Rank == 1),
        Text = "Cost ratio: cost / clairvoyant cost, geometric mean over the traces. Rows that stand out share rank 1: their intervals do not tell them apart.",
    };

    public static TableSection Results(IReadOnlyList<Contender> contenders, IEnumerable<ResultFigures> results)
    {
        Dictionary<Contender, int> places = contenders.Select((c, i) => KeyValuePair.Create(c, i)).ToDictionary();
        return new TableSection(
            "results", "Results by trace", s_results, [.. results.Where(r => places.ContainsKey(r.Contender)).Select(r => ResultRow(r, places[r.Contender]))])
        {
            Folded = true,
        };
    }

    public static TableSection Traces(IEnumerable<TraceSummary> traces) => new("traces", "Traces", s_traces, [.. traces.Select(TraceRow)]);

    public static IEnumerable<TableSection> LeftOut(Leaderboard board)
    {
        if (board.LeftOut.Count > 0)
        {
            yield return new TableSection(
                "left-out", "Not ranked", [new("Predictor"), new("Why")],
                [.. board.LeftOut.Select(l => (PageCell[])[PageCell.Of(l.Contender.Spec), PageCell.Of(l.Reason)])]);
        }
    }

    public static IEnumerable<TableSection> Parameters(IReadOnlyList<Contender> contenders)
    {
        PageCell[][] rows =
        [
            .. from place in Enumerable.Range(0, contenders.Count)
               from parameter in contenders[place].Parameters
               select (PageCell[])[PageCell.Contender(place), PageCell.Of(parameter.Key), PageCell.Of(parameter.Value)],
        ];
        if (rows.Length > 0)
        {
            yield return new TableSection("parameters", "Parameters", [new("Predictor"), new("Parameter"), new("Value")], rows) { Folded = true };
        }
    }

    private static PageCell[] LeaderboardRow(Standing standing, int place) =>
    [
        PageCell.Of(standing.Rank),
        PageCell.Contender(place),
        PageCell.Of(standing.CostRatio),
        PageCell.Interval(standing.Low, standing.CostRatio, standing.High),
        PageCell.Of(standing.Regret * 100),
        PageCell.Of(standing.WastePercent),
        Us(standing.MeanLatencyNs),
        Us(standing.LatencyP50Ns),
        Us(standing.LatencyP99Ns),
        PageCell.Of(standing.CaughtPercent),
        PageCell.Of(standing.Pareto),
    ];

    private static PageCell[] ResultRow(ResultFigures result, int place) =>
    [
        PageCell.Of(result.Trace),
        PageCell.Contender(place),
        PageCell.Of(result.CostRatio),
        PageCell.Of(result.WastePercent),
        Us(result.MeanNs),
        Us(result.P50Ns),
        Us(result.P99Ns),
        Us(result.P999Ns),
        Us(result.MaxNs),
        PageCell.Of(result.CaughtPercent),
        PageCell.Of(result.ExitsPer100),
        PageCell.Of(result.IpisPer100),
    ];

    private static PageCell[] TraceRow(TraceSummary trace) =>
    [
        PageCell.Of(trace.Name),
        PageCell.Of(trace.Vcpus),
        PageCell.Of(trace.SpanNs / 1e9),
        PageCell.Of(trace.IdlePeriods),
        PerHundred(trace.Arrivals.Measured, trace.Arrivals.Total),
        PerHundred(trace.Arrivals.Estimated, trace.Arrivals.Total),
        PerHundred(trace.Arrivals.Unknown, trace.Arrivals.Total),
        PageCell.Of(trace.Sha256),
    ];

    private static PageCell Us(double? ns) => PageCell.Of(ns / 1000);

    private static PageCell PerHundred(long part, long whole) => PageCell.Of(whole > 0 ? (double)part / whole * 100 : null);
}
