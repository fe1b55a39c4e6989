namespace Predictors.Reporting;

/// <summary>A trace of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="ScoredFromNs">Where the scored part begins, on the trace's clock, in ns; null where all of it is scored.</param>
public sealed record RankResultTrace(string Name, string Sha256, long? ScoredFromNs = null);
