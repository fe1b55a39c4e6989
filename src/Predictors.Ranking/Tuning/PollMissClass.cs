namespace Predictors.Ranking;

/// <summary>Idle periods whose poll ended too early.</summary>
/// <param name="Periods">How many there are.</param>
/// <param name="CostNs">What they cost, in ns.</param>
/// <param name="MedianIdleNs">Their median length, in ns.</param>
/// <param name="MedianWindowNs">The median of the windows that missed them, in ns.</param>
public sealed record PollMissClass(long Periods, double CostNs, long MedianIdleNs, long MedianWindowNs);
