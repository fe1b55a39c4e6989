using System.Globalization;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>Two results of <c>rank</c> over the same traces, held against each other.</summary>
public sealed record Comparison
{
    /// <summary>The predictors of both: regressions first, then by what changed, then by SPEC.</summary>
    public required IReadOnlyList<ComparedContender> Contenders { get; init; }

    /// <summary>What a reader has to know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether a predictor got worse beyond its interval.</summary>
    public bool HasRegression => Contenders.Any(c => c.Change == CostChange.Worse);

    /// <summary>Why two results can't be compared.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <returns>What differs, in a clause with both values; null where they can be compared.</returns>
    public static string? Obstacle(RankResult before, RankResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (string What, string Before, string After)[] settings =
        [
            ("profile", before.Profile, after.Profile),
            ("timer path", before.Timer, after.Timer),
            ("host poll", before.HostPoll, after.HostPoll),
            ("loop", before.Loop, after.Loop),
            ("exchange rate", Text(before.ExchangeRate), Text(after.ExchangeRate)),
        ];
        foreach ((string what, string a, string b) in settings)
        {
            if (a != b)
            {
                return $"the {what} was {a} and is {b}";
            }
        }

        return TraceObstacle(before.Traces, after.Traces);
    }

    /// <summary>Compares two results.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one, for which there is no <see cref="Obstacle"/>.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Of(RankResult before, RankResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<Contender, RankResultStanding> was = before.Ranking.ToDictionary(s => s.Contender);
        Dictionary<Contender, RankResultStanding> became = after.Ranking.ToDictionary(s => s.Contender);
        ILookup<(Contender, string), RankResultRow> rows = before.Results.ToLookup(r => (r.Contender, r.TraceSha256));
        ILookup<Contender, RankResultRow> later = after.Results.ToLookup(r => r.Contender);
        return new Comparison
        {
            Contenders =
            [
                .. was.Keys.Union(became.Keys)
                    .Select(c => new ComparedContender(c, was.GetValueOrDefault(c), became.GetValueOrDefault(c), [.. TracesOf(c)]))
                    .OrderByDescending(c => c.Change == CostChange.Worse).ThenByDescending(c => c.Change).ThenBy(c => c.Contender.Spec, StringComparer.Ordinal),
            ],
            Notes = [.. BoundNotes(before, after)],
        };

        IEnumerable<ComparedTrace> TracesOf(Contender contender) =>
            from row in later[contender]
            from old in rows[(contender, row.TraceSha256)].Take(1)
            select new ComparedTrace(row.Trace, old.CostNs, row.CostNs);
    }

    private static string? TraceObstacle(IReadOnlyList<RankResultTrace> before, IReadOnlyList<RankResultTrace> after)
    {
        foreach (RankResultTrace trace in before.ExceptBy(after.Select(t => t.Sha256), t => t.Sha256))
        {
            return after.FirstOrDefault(t => t.Name == trace.Name) is null
                ? $"the trace {trace.Name} is in the first one only"
                : $"the trace {trace.Name} is another file in the second one (its SHA-256 differs)";
        }

        foreach (RankResultTrace trace in after.ExceptBy(before.Select(t => t.Sha256), t => t.Sha256))
        {
            return $"the trace {trace.Name} is in the second one only";
        }

        foreach (RankResultTrace trace in before)
        {
            RankResultTrace other = after.First(t => t.Sha256 == trace.Sha256);
            if (trace.ScoredFromNs != other.ScoredFromNs)
            {
                return $"the trace {trace.Name} was scored from {Begin(trace)} and is scored from {Begin(other)}";
            }
        }

        return null;
    }

    private static string Begin(RankResultTrace trace) =>
        trace.ScoredFromNs is { } ns ? ns.ToString(CultureInfo.InvariantCulture) + " ns on" : "its beginning";

    /// <summary>The bound knows no predictor: where it moved, the model of the machine did.</summary>
    private static IEnumerable<string> BoundNotes(RankResult before, RankResult after)
    {
        Dictionary<string, double> was = before.Results.DistinctBy(r => r.TraceSha256).ToDictionary(r => r.TraceSha256, r => r.ClairvoyantCostNs);
        foreach (RankResultRow row in after.Results.DistinctBy(r => r.TraceSha256))
        {
            if (was.TryGetValue(row.TraceSha256, out double ns) && ns != row.ClairvoyantCostNs)
            {
                yield return FormattableString.Invariant(
                    $"The clairvoyant's cost of {row.Trace} was {ns:F0} ns and is {row.ClairvoyantCostNs:F0} ns: the machine's model or profile changed, not only the predictors.");
            }
        }
    }

    private static string Text(double rate) => rate.ToString(CultureInfo.InvariantCulture);
}
