namespace Predictors.IdlePath;

/// <summary>What a replay needs beside the predictor and the trace.</summary>
public sealed record ReplaySettings
{
    /// <summary>The machine.</summary>
    public required IdlePathCosts Costs { get; init; }

    /// <summary>
    /// The rule of the host's own halt polling, or null where the host does not poll. It stays off under a predictor whose guest switches
    /// it off.
    /// </summary>
    public BoundPredictor? HostPolling { get; init; }

    /// <summary>How many ns of burnt CPU one ns of latency is worth: 0 or more. Predictors that ask for it are told; the accounts do not depend on it.</summary>
    public double ExchangeRate { get; init; } = 1;

    /// <summary>
    /// Idle periods that begin before this instant are replayed but not scored, in ns on the trace's clock; null scores them all.
    /// </summary>
    public long? ScoreFromNs { get; init; }
}
