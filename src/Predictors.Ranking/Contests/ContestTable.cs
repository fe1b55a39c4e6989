namespace Predictors.Ranking;

/// <summary>The leaderboards of a contest: one for each class of traces and for all of them, at each exchange rate.</summary>
/// <param name="Boards">The leaderboards: by class as given, all traces last, then by exchange rate.</param>
public sealed record ContestTable(IReadOnlyList<ContestBoard> Boards)
{
    /// <summary>The name of the leaderboard over all traces.</summary>
    public const string Overall = "overall";

    /// <summary>The exchange rates of a contest.</summary>
    public static IReadOnlyList<double> ExchangeRates { get; } = [1, 4, 10];

    /// <summary>Ranks contenders by class and over all.</summary>
    /// <param name="contenders">The contenders.</param>
    /// <param name="classes">The class of each trace, in the order of the runs.</param>
    /// <param name="runs">What the contenders did at each exchange rate: on each trace, in one order.</param>
    /// <param name="seed">The seed of the intervals' draws.</param>
    /// <returns>The table.</returns>
    public static ContestTable Of(
        IReadOnlyList<Contender> contenders, IReadOnlyList<string> classes, IReadOnlyDictionary<double, IReadOnlyList<TraceRun>> runs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(runs);
        return new ContestTable(
        [
            .. from name in classes.Distinct().Append(Overall)
               from rate in runs.Keys.Order()
               let chosen = runs[rate].Where((_, i) => name == Overall || classes[i] == name).ToArray()
               select new ContestBoard(name, rate, Leaderboard.Of(contenders, chosen, new LeaderboardOptions { ExchangeRate = rate, Seed = seed })),
        ]);
    }
}
