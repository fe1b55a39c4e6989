namespace Predictors.Reporting;

/// <summary>A trace of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="ScoredFromNs">Where the scored part begins, on the trace's clock, in ns; null where all of it is scored.</param>
public sealed record RankResultTrace(string Name, string Sha256, long? ScoredFromNs = null)
{
    /// <summary>The number of vCPUs; 0 where it is not told.</summary>
    public int Vcpus { get; init; }

    /// <summary>The length of the scored part, in ns; 0 where it is not told.</summary>
    public long SpanNs { get; init; }

    /// <summary>The scored idle periods; 0 where they are not told.</summary>
    public long IdlePeriods { get; init; }

    /// <summary>How the arrivals are known; null where it is not told.</summary>
    public RankResultArrivals? Arrivals { get; init; }
}
