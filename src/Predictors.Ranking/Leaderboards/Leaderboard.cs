namespace Predictors.Ranking;

/// <summary>Contenders, ranked by what they cost on a set of traces.</summary>
public sealed record Leaderboard
{
    /// <summary>The traces, in the order in which they were given.</summary>
    public required IReadOnlyList<TraceSummary> Traces { get; init; }

    /// <summary>The contenders, in the order in which they were given.</summary>
    public IReadOnlyList<Contender> Given { get; init; } = [];

    /// <summary>One score for each trace and each contender that did not fail on it: by trace, then by contender, as given.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>The ranked contenders: by rank, then by cost ratio, then by SPEC.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }

    /// <summary>The contenders that are not ranked, by SPEC.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>What a reader of the ranking has to know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How the contenders were ranked.</summary>
    public required LeaderboardOptions Options { get; init; }

    /// <summary>What pictures need of the traces, in the order of <see cref="Traces"/>; empty where it was not asked for.</summary>
    public IReadOnlyList<TraceDetails> Details { get; init; } = [];

    /// <summary>Ranks contenders.</summary>
    /// <remarks>
    /// A contender's ratio and interval depend on its own runs, the clairvoyant's and the seed; not on the order of the
    /// contenders or on who else takes part. A trace whose clairvoyant cost is 0 has scores but is in no ratio.
    /// </remarks>
    /// <param name="contenders">The contenders.</param>
    /// <param name="runs">What they did on each trace: results in the order of <paramref name="contenders"/>.</param>
    /// <param name="options">How they are ranked.</param>
    /// <returns>The leaderboard.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The exchange rate is negative or not finite, or there are no replicates.</exception>
    /// <exception cref="ArgumentException">A run has another number of results than there are contenders, or of blocks than its clairvoyant.</exception>
    /// <exception cref="InvalidOperationException">A contender beat the clairvoyant.</exception>
    public static Leaderboard Of(IReadOnlyList<Contender> contenders, IReadOnlyList<TraceRun> runs, LeaderboardOptions options)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Replicates, 1);
        if (!double.IsFinite(options.ExchangeRate) || options.ExchangeRate < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.ExchangeRate, "The exchange rate must be 0 or more, and finite.");
        }

        return new LeaderboardBuilder(contenders, runs, options).Build();
    }
}
