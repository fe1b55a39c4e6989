namespace Predictors.Ranking;

/// <summary>How contenders are ranked.</summary>
public sealed record LeaderboardOptions
{
    /// <summary>How many ns of burnt CPU one ns of latency is worth: 0 or more.</summary>
    public double ExchangeRate { get; init; } = 1;

    /// <summary>The seed of the intervals' draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many replicates the intervals are taken from: 1 or more.</summary>
    public int Replicates { get; init; } = 1000;
}
