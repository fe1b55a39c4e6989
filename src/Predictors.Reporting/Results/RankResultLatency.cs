namespace Predictors.Reporting;

/// <summary>The wake-up latencies of a row, in ns.</summary>
/// <param name="MeanNs">Their mean.</param>
/// <param name="P50Ns">Their median.</param>
/// <param name="P99Ns">What 99 % do not exceed.</param>
/// <param name="P999Ns">What 99.9 % do not exceed.</param>
/// <param name="MaxNs">The greatest.</param>
public sealed record RankResultLatency(double? MeanNs = null, double? P50Ns = null, double? P99Ns = null, double? P999Ns = null, double? MaxNs = null);
