namespace Predictors.Abstractions;

/// <summary>What holds for a whole run and what its predictors may reckon with: nothing of it comes from the trace.</summary>
public sealed record RunConditions
{
    /// <summary>How many ns of burnt CPU one ns of wake-up latency is worth: 0 or more.</summary>
    public required double ExchangeRate { get; init; }

    /// <summary>The machine.</summary>
    public required MachineCosts Machine { get; init; }
}
