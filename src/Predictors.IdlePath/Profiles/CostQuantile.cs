namespace Predictors.IdlePath;

/// <summary>One quantile of a cost. Between two quantiles a cost is interpolated linearly.</summary>
/// <param name="Share">How many of all cases cost at most <paramref name="Ns"/>: 0 (the least cost) to 1 (the greatest).</param>
/// <param name="Ns">The cost, in ns: 0 or more.</param>
public sealed record CostQuantile(double Share, long Ns);
