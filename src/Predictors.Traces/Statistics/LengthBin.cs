namespace Predictors.Traces;

/// <summary>How many lengths of time lie in a range.</summary>
/// <param name="FromNs">The least length, in ns.</param>
/// <param name="BelowNs">The length, in ns, below which all lie.</param>
/// <param name="Count">How many.</param>
public sealed record LengthBin(long FromNs, long BelowNs, long Count);
