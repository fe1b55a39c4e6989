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
            : [RankPictures.Front(scopes, [.. board.Scores.Select(s => s.Contender).Distinct()]), RankPictures.Latency(scopes), RankPictures.Accounts(scopes)];
        return new HtmlPage
        {
            Title = Title(contenders.Length, board.Traces.Count),
            Verdict = RankVerdict.Of(board.Standings),
            Contenders = contenders,
            Scopes = [.. scopes.Select(s => s.Name)],
            Sections =
            [
                RankPageTables.Leaderboard(board.Standings),
                .. pictures,
                RankPageTables.Results(contenders, board.Scores.Select(ResultFigures.Of)),
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

    public static string Title(int predictors, int traces) => $"{Plural(predictors, "predictor")} on {Plural(traces, "trace")}";

    private static string Plural(int count, string what) => $"{NumberText.Count(count)} {what}{(count == 1 ? string.Empty : "s")}";
}
