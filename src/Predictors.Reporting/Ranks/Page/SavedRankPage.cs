using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The page of a ranking that was saved as JSON: with what such a file holds.</summary>
internal static class SavedRankPage
{
    public static HtmlPage Of(RankResult result, string file)
    {
        Contender[] contenders = [.. result.Ranking.Select(s => s.Contender)];
        Standing[] standings = [.. result.Ranking.Select(StandingOf)];
        SavedScope[] scopes = [.. SavedScope.Of(result, contenders)];
        return new HtmlPage
        {
            Title = RankPage.Title(contenders.Length, result.Traces.Count),
            Verdict = RankVerdict.Of(standings),
            Contenders = contenders,
            Scopes = [.. scopes.Select(s => s.Name)],
            Sections =
            [
                RankPageTables.Leaderboard(standings),
                .. contenders.Length == 0 ? (HtmlSection[])[] : [Front(result, contenders, scopes), AccountPicture.Of([.. scopes.Select(s => s.Accounts)])],
                RankPageTables.Results(contenders, result.Results.Select(ResultFigures.Of)),
                RankPageTables.Traces(result.Traces.Select(SummaryOf)),
                .. RankPageTables.Parameters(contenders),
            ],
            Notes =
            [
                $"This page was made from {file}. Such a file does not hold the clairvoyant front, the distributions of latency and of idle lengths, "
                    + "and single idle periods: those pictures are left out. 'predictors rank --html' has them.",
                $"Machine profile {result.Profile}, timer {result.Timer}, host polling {result.HostPoll}, {result.Loop} loop.",
                $"Cost = CPU waste + {NumberText.Exact(result.ExchangeRate)} x wake-up latency; regret = cost / clairvoyant cost - 1.",
                .. result.Notes,
            ],
        };
    }

    private static FrontSection Front(RankResult result, Contender[] contenders, SavedScope[] scopes) => RankPictures.Front(
        [.. scopes.Select(s => s.Front)], [.. Sweeps.Of(contenders, [.. result.Results.Select(r => r.Contender).Distinct()])]);

    private static Standing StandingOf(RankResultStanding saved) => new()
    {
        Rank = saved.Rank,
        Contender = saved.Contender,
        CostRatio = saved.CostRatio,
        Low = saved.Low,
        High = saved.High,
        Pareto = saved.Pareto,
        WastePercent = saved.WastePercent ?? double.NaN,
        MeanLatencyNs = saved.LatencyMeanNs ?? double.NaN,
        LatencyP50Ns = saved.LatencyP50Ns ?? 0,
        LatencyP99Ns = saved.LatencyP99Ns ?? 0,
        CaughtPercent = saved.CaughtPercent ?? double.NaN,
    };

    private static TraceSummary SummaryOf(RankResultTrace trace) => new()
    {
        Name = trace.Name,
        Sha256 = trace.Sha256,
        Vcpus = trace.Vcpus,
        SpanNs = trace.SpanNs,
        IdlePeriods = trace.IdlePeriods,
        Arrivals = new ArrivalCounts(trace.Arrivals?.Measured ?? 0, trace.Arrivals?.Estimated ?? 0, trace.Arrivals?.Unknown ?? 0),
    };
}
