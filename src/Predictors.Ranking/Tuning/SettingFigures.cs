using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>The figures of one setting over the whole traces or one of their halves.</summary>
public sealed record SettingFigures
{
    /// <summary>The setting.</summary>
    public required Contender Setting { get; init; }

    /// <summary>Which part of the traces, in words.</summary>
    public required string Part { get; init; }

    /// <summary>The geometric mean of cost / clairvoyant cost; null where nothing has a cost to compare with.</summary>
    public required double? CostRatio { get; init; }

    /// <summary>The mean over the traces of CPU waste in percent of span x vCPUs.</summary>
    public required double WastePercent { get; init; }

    /// <summary>The latencies of the wake-ups of all traces together.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>The mean over the traces of the wake-ups that a poll caught (the guest's, or the host's where that is tuned), in percent.</summary>
    public required double CaughtPercent { get; init; }
}
