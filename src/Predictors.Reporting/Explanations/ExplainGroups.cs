using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The groups of an explanation, with names for people.</summary>
internal static class ExplainGroups
{
    /// <summary>All groupings: what a file calls it, what the table's heading says, and the groups.</summary>
    public static IEnumerable<(string Grouping, string Heading, IReadOnlyList<PeriodGroup<string>> Groups)> Of(Explanation explanation)
    {
        yield return ("outcome", "By what became of it", Named(explanation.ByOutcome, KebabText.Of));
        yield return ("cause", "By wake cause", Named(explanation.ByCause, KebabText.Of));
        yield return ("length", "By idle length", Named(explanation.ByLength, LengthText));
        long beginNs = explanation.ByTime.Count == 0 ? 0 : explanation.ByTime[0].Key;
        yield return ("time", $"By time, in slices of {DurationText.Format(explanation.SliceNs)} from the beginning of what is scored",
            Named(explanation.ByTime, fromNs => $"from {DurationText.Format(fromNs - beginNs)}"));
    }

    private static IReadOnlyList<PeriodGroup<string>> Named<TKey>(IReadOnlyList<PeriodGroup<TKey>> groups, Func<TKey, string> name) =>
        [.. groups.Select(g => new PeriodGroup<string>(name(g.Key), g.Sums))];

    private static string LengthText(long boundNs) => LengthClass.After(boundNs) is { } nextNs
        ? boundNs == 0 ? $"below {DurationText.Format(nextNs)}" : $"{DurationText.Format(boundNs)} to {DurationText.Format(nextNs)}"
        : $"{DurationText.Format(boundNs)} and more";
}
