namespace Predictors.Ranking;

/// <summary>What is shown of a trace.</summary>
public sealed record ExplanationOptions
{
    /// <summary>How many ns of burnt CPU one ns of latency is worth: 0 or more.</summary>
    public double ExchangeRate { get; init; } = 1;

    /// <summary>How many idle periods each list holds: 0 or more.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Whether the list of the costliest goes by what they cost above the clairvoyant, rather than by what they cost.</summary>
    public bool ByAvoidableCost { get; init; }
}
