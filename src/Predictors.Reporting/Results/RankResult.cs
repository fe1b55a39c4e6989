namespace Predictors.Reporting;

/// <summary>What a JSON file of <c>rank</c> holds, as far as it is read back. Times are in ns.</summary>
public sealed record RankResult
{
    /// <summary>The traces, in the order in which they were given.</summary>
    public required IReadOnlyList<RankResultTrace> Traces { get; init; }

    /// <summary>The name of the machine profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The timer path.</summary>
    public required string Timer { get; init; }

    /// <summary>The SPEC of the host's own halt polling, or <c>off</c>.</summary>
    public required string HostPoll { get; init; }

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public required string Loop { get; init; }

    /// <summary>How many ns of burnt CPU one ns of latency is worth.</summary>
    public required double ExchangeRate { get; init; }

    /// <summary>What a reader has to know, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>One row for each predictor and trace.</summary>
    public required IReadOnlyList<RankResultRow> Results { get; init; }

    /// <summary>The ranked predictors.</summary>
    public required IReadOnlyList<RankResultStanding> Ranking { get; init; }
}
