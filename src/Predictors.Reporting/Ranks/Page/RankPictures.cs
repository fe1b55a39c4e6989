using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The pictures of a ranking.</summary>
internal static class RankPictures
{
    private const string FrontTitle = "CPU waste versus wake-up latency";

    /// <param name="scopes">The scores.</param>
    /// <param name="given">The contenders in the order in which they were given: that of a sweep.</param>
    public static FrontSection Front(IReadOnlyList<RankScope> scopes, IReadOnlyList<Contender> given) => Front(
        [.. scopes.Select(scope => scope.IsEmpty ? null : PictureOf(scope))], [.. Sweeps.Of(scopes[0].Contenders, given)]);

    /// <summary>The picture; its text speaks of what is in it.</summary>
    public static FrontSection Front(IReadOnlyList<FrontPicture?> pictures, IReadOnlyList<IReadOnlyList<int>> sweeps) => new("front", FrontTitle)
    {
        Text = "Down and to the left is better. Large marks with bold names are on the Pareto front, which a dotted line joins: no other has less of one without more of the other. "
            + (pictures.Any(p => p?.Clairvoyant.Count > 0)
                ? "The grey region is out of reach: its edge is the clairvoyant front, the least latency that knowledge of the future buys with that much waste. " : string.Empty)
            + (sweeps.Count > 0 ? "Curves join the rows of a sweep. " : string.Empty)
            + "Names for which there is no room are left out; point at a mark to read it.",
        Scopes = pictures,
        Sweeps = sweeps,
    };

    public static LatencySection Latency(IReadOnlyList<RankScope> scopes) => new("latency", "Wake-up latency")
    {
        Text = "How many of the wake-ups run within a time; further to the left is better. "
            + FormattableString.Invariant($"A step is left out where it is less than {LatencyCurve.LeastShare * 100} % of all wake-ups and less than ")
            + FormattableString.Invariant($"{LatencyCurve.LeastOfTail * 100} % of those that take longer."),
        Scopes =
        [
            .. scopes.Select(scope => scope.IsEmpty
                ? null
                : scope.Contenders.Select((c, i) => LatencyCurve.Of(i, scope.LatencyOf(c))).ToArray()),
        ],
    };

    public static StackSection Accounts(IReadOnlyList<RankScope> scopes) => AccountPicture.Of(
    [
        .. scopes.Select(scope => scope.IsEmpty
            ? null
            : scope.Contenders.Select((c, i) => new StackBar(i, [.. Account.All.Select(a => scope.PercentOf(c, a))])).ToArray()),
    ]);

    public static IEnumerable<LengthSection> Lengths(IReadOnlyList<RankScope> scopes)
    {
        LengthPicture?[] pictures = [.. scopes.Select(LengthsOf)];
        if (pictures.Any(p => p is not null))
        {
            long most = scopes.SelectMany(s => s.Traces).Max(t => t.Details?.Periods.Select(p => p.Seen).DefaultIfEmpty(0).Max() ?? 0);
            yield return new LengthSection("lengths", "How long idle periods are, and how long predictors poll")
            {
                Text = "The grey hill is the idle periods by length, from entry to the arrival of the wake-up; the lines are the poll windows. A window catches what lies to the "
                    + $"left of it and is paid for in vain by what lies to the right. Windows: of the first {NumberText.Count(most)} scored idle periods of each trace.",
                Scopes = pictures,
            };
        }
    }

    private static LengthPicture? LengthsOf(RankScope scope)
    {
        if (scope.IsEmpty || scope.Traces.Any(t => t.Details is not { Periods.Count: > 0 }))
        {
            return null;
        }

        return LengthPicture.Of(
            Sum(scope.Traces.Select(t => t.Details!.Lengths.Counts)),
            [.. scope.Contenders.Select((c, i) => (i, (IReadOnlyList<long>)Sum(scope.Traces.Select(t => t.PeriodsOf(c)!.Windows))))]);
    }

    private static long[] Sum(IEnumerable<IReadOnlyList<long>> counts)
    {
        var sum = new long[IdlePath.LogBuckets.Count];
        foreach (IReadOnlyList<long> one in counts)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += one[i];
            }
        }

        return sum;
    }

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
