namespace Predictors.IdlePath;

/// <summary>A quantile of measured times, with the 95 % interval that a bootstrap gives.</summary>
/// <param name="Share">The share of the times that do not exceed it, from 0 to 1.</param>
/// <param name="Ns">The quantile, in ns.</param>
/// <param name="LowNs">The lower end of its interval, in ns.</param>
/// <param name="HighNs">The upper end, in ns.</param>
public sealed record MeasuredQuantile(double Share, long Ns, long LowNs, long HighNs);
