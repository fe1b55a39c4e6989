namespace Predictors.IdlePath;

/// <summary>A cost that the traces did not tell and that was taken from the base profile.</summary>
/// <param name="Cost">The cost's name in the profile.</param>
/// <param name="Why">Why the traces did not tell it, in a sentence.</param>
public sealed record BaseCost(string Cost, string Why);
