using Predictors.IdlePath;
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
            : [RankPictures.Front(scopes, board.Given), RankPictures.Latency(scopes), RankPictures.Accounts(scopes), .. RankPictures.Lengths(scopes), .. Watched(board, [.. scopes.TakeLast(board.Traces.Count)])];
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

    // One trace is enough to see predictors decide: the one where polls of the best turn out most mixed.
    private static IEnumerable<HtmlSection> Watched(Leaderboard board, IReadOnlyList<RankScope> traces)
    {
        RankScope watched = traces.MaxBy(Mixed)!;
        PeriodDetails?[] periods = [.. watched.Contenders.Select(watched.Traces[0].PeriodsOf)];
        string best = new ContenderLabels(watched.Contenders).Of(watched.Contenders[0]);
        return PeriodSections.Strip(watched.Name, periods, traces.Count > 1 ? $" Of all traces this one is where the windows of {best} turn out most mixed." : string.Empty)
            .Concat(PeriodSections.Costliest(watched.Name, best, periods[0], board.Options.ExchangeRate, all: periods[0]?.Seen == watched.Traces[0].Trace.IdlePeriods));
    }

    private static long Mixed(RankScope trace)
    {
        IReadOnlyList<ReplayedPeriod> stretch = trace.Traces[0].PeriodsOf(trace.Contenders[0])?.Stretch ?? [];
        long caught = stretch.Count(p => p.Exit.Caught);
        return caught * (stretch.Count - caught);
    }

    public static string Title(int predictors, int traces) => $"{Plural(predictors, "predictor")} on {Plural(traces, "trace")}";

    private static string Plural(int count, string what) => $"{NumberText.Count(count)} {what}{(count == 1 ? string.Empty : "s")}";
}
