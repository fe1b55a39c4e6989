namespace Predictors.IdlePath;

/// <summary>Wake-ups of about the same latency.</summary>
/// <param name="LongestNs">The latency that none of them exceeds, in ns: at most 1.6 % above the least of them.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct LatencyBucket(long LongestNs, long Count);
