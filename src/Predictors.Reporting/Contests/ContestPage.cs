using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The page of a contest: a class of traces at an exchange rate stands where a trace stands on the page of a ranking.</summary>
internal static class ContestPage
{
    private static readonly PageColumn[] s_overall =
    [
        new("Exchange rate", Decimals: 0), new("Rank", Decimals: 0), new("Predictor"), new("Cost ratio", Decimals: 3), new("95 % interval", Decimals: 3), new("CPU waste", "% of span x vCPUs", 2),
        new("Latency, mean", "us", 2), new("Latency, p99", "us", 2), new("Caught", "% of idle periods", 1),
    ];

    public static HtmlPage Of(ContestReport report)
    {
        // All traces at the first rate come first, and give the predictors their places.
        ContestBoard[] boards = [.. report.Table.Boards.OrderBy(b => b.Class != ContestTable.Overall)];
        Leaderboard first = boards[0].Leaderboard;
        Contender[] contenders = [.. first.Standings.Select(s => s.Contender)];
        RankScope[] scopes = [.. boards.Select(b => ScopeOf(b, contenders))];
        return new HtmlPage
        {
            Title = $"Contest: {RankPage.Title(contenders.Length, first.Traces.Count)}",
            Verdict = string.Join(" ", boards.Where(b => b.Class == ContestTable.Overall).Select(Verdict)),
            Contenders = contenders,
            Scopes = [.. scopes.Select(s => s.Name)],
            Sections =
            [
                new TableSection("overall", "All traces", s_overall, [.. RowsOf(boards.Where(b => b.Class == ContestTable.Overall), contenders)])
                {
                    Text = "Cost ratio: cost / clairvoyant cost, geometric mean over the traces.",
                },
                .. contenders.Length == 0 ? (HtmlSection[])[] : [RankPictures.Front(scopes, first.Given), RankPictures.Latency(scopes), RankPictures.Accounts(scopes)],
                new TableSection(
                    "classes", "By class of traces", [new("Class"), .. s_overall],
                    [.. boards.Where(b => b.Class != ContestTable.Overall).SelectMany(b => RowsOf([b], contenders).Select(row => (PageCell[])[PageCell.Of(b.Class), .. row]))]),
                RankPageTables.Traces(first.Traces),
                .. RankPageTables.LeftOut(first),
                .. RankPageTables.Parameters(contenders),
            ],
            Notes = [.. ContestTables.Notes(report)],
        };
    }

    private static RankScope ScopeOf(ContestBoard board, Contender[] contenders)
    {
        IReadOnlyList<RankedTrace> traces = RankScope.Of(board.Leaderboard)[0].Traces;
        return new RankScope($"{board.Class}, rate {NumberText.Exact(board.ExchangeRate)}", [.. traces.Where(t => contenders.All(t.Scores.ContainsKey))], contenders);
    }

    private static string Verdict(ContestBoard board) =>
        board.Leaderboard.Standings is [{ } best, ..]
            ? $"At exchange rate {NumberText.Exact(board.ExchangeRate)} {new ContenderLabels(board.Leaderboard.Standings.Select(s => s.Contender)).Of(best.Contender)} costs least: "
                + $"{NumberText.Fixed(best.CostRatio, 3)} times what knowledge of the future would cost (95 % interval {NumberText.Fixed(best.Low, 3)} to {NumberText.Fixed(best.High, 3)})."
            : $"At exchange rate {NumberText.Exact(board.ExchangeRate)} nobody is ranked.";

    private static IEnumerable<PageCell[]> RowsOf(IEnumerable<ContestBoard> boards, Contender[] contenders) =>
        from board in boards
        from standing in board.Leaderboard.Standings
        let place = Array.IndexOf(contenders, standing.Contender)
        select (PageCell[])
        [
            PageCell.Of(board.ExchangeRate),
            PageCell.Of(standing.Rank),
            place < 0 ? PageCell.Of(standing.Contender.Spec) : PageCell.Contender(place),
            PageCell.Of(standing.CostRatio),
            PageCell.Interval(standing.Low, standing.CostRatio, standing.High),
            PageCell.Of(standing.WastePercent),
            PageCell.Of(standing.MeanLatencyNs / 1000),
            PageCell.Of(standing.LatencyP99Ns / 1000.0),
            PageCell.Of(standing.CaughtPercent),
        ];
}
