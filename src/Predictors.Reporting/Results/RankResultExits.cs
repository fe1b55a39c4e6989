namespace Predictors.Reporting;

/// <summary>The VM exits of a row.</summary>
/// <param name="Total">All of them.</param>
public sealed record RankResultExits(long? Total = null);
