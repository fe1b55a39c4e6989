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
            : [RankPictures.Front(scopes, board.Given), RankPictures.Latency(scopes), RankPictures.Accounts(scopes), .. RankPictures.Lengths(scopes), .. Watched(board, scopes[^board.Traces.Count])];
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

    // One trace is enough to see predictors decide: the first.
    private static IEnumerable<HtmlSection> Watched(Leaderboard board, RankScope first)
    {
        PeriodDetails?[] periods = [.. first.Contenders.Select(first.Traces[0].PeriodsOf)];
        string best = new ContenderLabels(first.Contenders).Of(first.Contenders[0]);
        return PeriodSections.Strip(first.Name, periods)
            .Concat(PeriodSections.Costliest(first.Name, best, periods[0], board.Options.ExchangeRate, all: periods[0]?.Seen == first.Traces[0].Trace.IdlePeriods));
    }

    public static string Title(int predictors, int traces) => $"{Plural(predictors, "predictor")} on {Plural(traces, "trace")}";

    private static string Plural(int count, string what) => $"{NumberText.Count(count)} {what}{(count == 1 ? string.Empty : "s")}";
}
