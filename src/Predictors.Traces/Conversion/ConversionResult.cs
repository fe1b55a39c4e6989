namespace Predictors.Traces;

/// <summary>What a conversion wrote.</summary>
/// <param name="Segments">How many idle segments.</param>
/// <param name="Bytes">The size of the file.</param>
public sealed record ConversionResult(long Segments, long Bytes);
