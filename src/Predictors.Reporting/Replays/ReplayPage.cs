using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The page of a replay.</summary>
internal static class ReplayPage
{
    public static HtmlPage Of(ReplayReport report)
    {
        Score score = report.Score;
        var trace = new RankedTrace(score.Trace, new Dictionary<Contender, Score> { [score.Contender] = score }, report.Details, [score.Contender]);
        PeriodDetails? periods = trace.PeriodsOf(score.Contender);
        RankScope[] scopes = [new RankScope(score.Trace.Name, [trace], [score.Contender])];
        return new HtmlPage
        {
            Title = $"{score.Contender.Predictor} on {score.Trace.Name}",
            Verdict = Verdict(report),
            Contenders = [score.Contender],
            Scopes = [score.Trace.Name],
            Sections =
            [
                .. PeriodSections.Strip(score.Trace.Name, [periods]),
                .. RankPictures.Lengths(scopes),
                RankPictures.Latency(scopes),
                RankPictures.Front(scopes, [score.Contender]),
                RankPictures.Accounts(scopes),
                .. PeriodSections.Costliest(score.Trace.Name, score.Contender.Spec, periods, report.ExchangeRate, all: true),
                RankPageTables.Results([score.Contender], [ResultFigures.Of(score)]) with { Folded = false },
                RankPageTables.Traces([score.Trace]),
                .. RankPageTables.Parameters([score.Contender]),
            ],
            Notes = [.. RunNotes.Of([score.Trace], report.Settings, report.ExchangeRate), .. report.Notes],
        };
    }

    private static string Verdict(ReplayReport report)
    {
        Score score = report.Score;
        string interval = report.Standing is { } standing
            ? $" (95 % interval {NumberText.Fixed(standing.Low, 3)} to {NumberText.Fixed(standing.High, 3)})" : string.Empty;
        string cost = score.CostRatio is { } ratio
            ? $"{score.Contender.Spec} costs {NumberText.Fixed(ratio, 3)} times what knowledge of the future would cost{interval}. "
            : string.Empty;
        return cost + $"It burns {NumberText.Fixed(score.WastePercent, 2)} % of the CPU time, catches {NumberText.Fixed(score.CaughtPercent, 1)} % of the wake-ups while "
            + $"polling, and a wake-up waits {DurationText.Format(score.Result.Latency.MeanNs)} on average.";
    }
}
