using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The pictures of a ranking.</summary>
internal static class RankPictures
{
    public static FrontSection Front(Leaderboard board, IReadOnlyList<RankScope> scopes) => new("front", "CPU waste versus wake-up latency")
    {
        Text = "Down and to the left is better; large marks with bold names are on the Pareto front: nobody else has less of one without more of the other. "
            + "The grey region is out of reach: its edge is the clairvoyant front, the least latency that knowledge of the future buys with that much waste. "
            + "Curves join the rows of a sweep. Where names would cover each other some are left out; point at a mark to read it.",
        Scopes = [.. scopes.Select(scope => scope.IsEmpty ? null : PictureOf(scope))],
        Sweeps = [.. Sweeps.Of([.. board.Standings.Select(s => s.Contender)], [.. board.Scores.Select(s => s.Contender).Distinct()])],
    };

    public static LatencySection Latency(IReadOnlyList<RankScope> scopes) => new("latency", "Wake-up latency")
    {
        Text = "How many of the wake-ups run within a time; further to the left is better. "
            + $"A step is left out where it is less than {LatencyCurve.LeastShare * 100} % of all wake-ups and less than {LatencyCurve.LeastOfTail * 100} % of those that take longer.",
        Scopes =
        [
            .. scopes.Select(scope => scope.IsEmpty
                ? null
                : scope.Contenders.Select((c, i) => LatencyCurve.Of(i, scope.LatencyOf(c))).ToArray()),
        ],
    };

    public static AccountSection Accounts(IReadOnlyList<RankScope> scopes) => new("accounts", "Where the CPU time went")
    {
        Text = "The parts of the CPU waste, or of the whole time line, which adds up to span x vCPUs. Striped parts brought nothing or came late: "
            + "polls that failed, overhead after the arrival.",
        Scopes =
        [
            .. scopes.Select(scope => scope.IsEmpty
                ? null
                : scope.Contenders.Select((c, i) => new AccountBar(i, [.. Account.All.Select(a => scope.PercentOf(c, a))])).ToArray()),
        ],
    };

    private static FrontPicture PictureOf(RankScope scope)
    {
        (double Waste, double Latency)[] at =
        [
            .. scope.Contenders.Select(c => (
                scope.ScoresOf(c).Average(s => s.WastePercent!.Value), scope.ScoresOf(c).Average(s => s.Result.Latency.MeanNs))),
        ];
        bool[] front = ParetoFront.Of(at);
        return new FrontPicture(
            [.. at.Select((point, i) => new FrontContender(i, point.Waste, point.Latency, front[i]))],
            ClairvoyantFront.Mean([.. scope.Traces.Select(t => t.Front)]));
    }
}
