using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What changed from one leaderboard to the next, as a rule is worked on.</summary>
public static class RankMoves
{
    /// <summary>Says who moved.</summary>
    /// <param name="before">The leaderboard before.</param>
    /// <param name="after">The leaderboard after.</param>
    /// <returns>A line for each predictor that moved, is new or is gone; none where nothing changed.</returns>
    public static IReadOnlyList<string> Between(Leaderboard before, Leaderboard after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<Contender, Standing> was = before.Standings.ToDictionary(s => s.Contender);
        Dictionary<Contender, Standing> became = after.Standings.ToDictionary(s => s.Contender);
        return
        [
            .. after.Standings.Select(s => was.TryGetValue(s.Contender, out Standing? old) ? Move(old, s) : $"{s.Contender}: new, rank {s.Rank}, cost ratio {Ratio(s)}")
                .OfType<string>(),
            .. before.Standings.Where(s => !became.ContainsKey(s.Contender)).Select(s => $"{s.Contender}: no longer ranked"),
        ];
    }

    private static string? Move(Standing old, Standing now) => old.CostRatio == now.CostRatio && old.Rank == now.Rank
        ? null
        : $"{now.Contender}: rank {old.Rank} -> {now.Rank}, cost ratio {Ratio(old)} -> {Ratio(now)}";

    private static string Ratio(Standing standing) => NumberText.Fixed(standing.CostRatio, 3);
}
