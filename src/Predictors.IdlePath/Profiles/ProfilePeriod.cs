namespace Predictors.IdlePath;

/// <summary>A period of a machine profile, and where the figure comes from.</summary>
/// <param name="Ns">The period, in ns: 100 us to 1 s.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record ProfilePeriod(long Ns, string Source);
