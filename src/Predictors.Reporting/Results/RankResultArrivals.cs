namespace Predictors.Reporting;

/// <summary>How the arrivals of a trace are known.</summary>
/// <param name="Measured">Recorded.</param>
/// <param name="Estimated">Estimated.</param>
/// <param name="Unknown">Taken to be the recorded exit.</param>
public sealed record RankResultArrivals(long Measured = 0, long Estimated = 0, long Unknown = 0);
