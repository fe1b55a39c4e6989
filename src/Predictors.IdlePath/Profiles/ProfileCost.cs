namespace Predictors.IdlePath;

/// <summary>One cost of a machine profile, and where the figure comes from.</summary>
/// <param name="Ns">The cost, in ns: 0 or more.</param>
/// <param name="Source">Where the figure comes from: a measurement, a publication, a derivation.</param>
public sealed record ProfileCost(long Ns, string Source);
