namespace Predictors.IdlePath;

/// <summary>An instant in or around a CPU's idle time.</summary>
/// <param name="TimeNs">When, on the trace's clock, in ns.</param>
/// <param name="Kind">What.</param>
internal readonly record struct IdleInstant(long TimeNs, IdleInstantKind Kind);
