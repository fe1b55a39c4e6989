namespace Predictors.IdlePath;

/// <summary>A timer that expired.</summary>
/// <param name="DeadlineNs">When it was to expire, in ns.</param>
/// <param name="FiredNs">When the hardware fired, in ns.</param>
internal readonly record struct TimerExpiry(long DeadlineNs, long FiredNs);
