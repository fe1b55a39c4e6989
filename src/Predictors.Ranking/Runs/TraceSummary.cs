using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>What a report says of a replayed trace.</summary>
public sealed record TraceSummary
{
    /// <summary>The trace's name.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of the file's bytes, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of vCPUs.</summary>
    public required int Vcpus { get; init; }

    /// <summary>The length of the scored part, in ns.</summary>
    public required long SpanNs { get; init; }

    /// <summary>The idle periods of the scored part, over all vCPUs.</summary>
    public required long IdlePeriods { get; init; }

    /// <summary>How the arrivals are known.</summary>
    public required ArrivalCounts Arrivals { get; init; }

    /// <summary>What the wake-ups hang on in closed loop; null in open loop.</summary>
    public DependencyCounts? Dependencies { get; init; }

    /// <summary>Where the scored part begins, on the trace's clock, in ns; null where all of the trace is scored.</summary>
    public long? ScoredFromNs { get; init; }

    /// <summary>Why the scoring begins later than the trace, in a clause; null where it does not.</summary>
    public string? ScoredFromReason { get; init; }

    /// <summary>Whether the scoring begins where the last of the learned contenders' training ended.</summary>
    public bool BeginsAfterTraining { get; init; }

    /// <summary>CPU time on offer: span x vCPUs, in ns.</summary>
    public double CapacityNs => (double)SpanNs * Vcpus;
}
