using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The page of a ranking.</summary>
internal static class RankPage
{
    public static HtmlPage Of(RankReport report)
    {
        Leaderboard board = report.Leaderboard;
        IReadOnlyList<RankScope> scopes = RankScope.Of(board);
        Contender[] contenders = [.. board.Standings.Select(s => s.Contender)];
        HtmlSection[] pictures = contenders.Length == 0
            ? []
            : [RankPictures.Front(board, scopes), RankPictures.Latency(scopes), RankPictures.Accounts(scopes)];
        return new HtmlPage
        {
            Title = $"{Plural(contenders.Length, "predictor")} on {Plural(board.Traces.Count, "trace")}",
            Verdict = RankVerdict.Of(board),
            Contenders = contenders,
            Scopes = [.. scopes.Select(s => s.Name)],
            Sections =
            [
                RankPageTables.Leaderboard(board),
                .. pictures,
                RankPageTables.Results(contenders, board.Scores),
                RankPageTables.Traces(board.Traces),
                .. RankPageTables.LeftOut(board),
                .. RankPageTables.Parameters(contenders),
            ],
            Notes =
            [
                .. RunNotes.Of(board.Traces, report.Settings, board.Options.ExchangeRate), .. RankTable.Legend(board), .. board.Notes, .. report.Notes,
            ],
        };
    }

    private static string Plural(int count, string what) => $"{NumberText.Count(count)} {what}{(count == 1 ? string.Empty : "s")}";
}
