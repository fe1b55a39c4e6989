namespace Predictors.Reporting;

/// <summary>What is known of work beforehand, for the rate and the time left.</summary>
/// <param name="Bytes">How many bytes are read in all, however often; null where that says nothing.</param>
/// <param name="IsSteady">Whether the share that is done grows as the time does, so that it tells the time left.</param>
public sealed record Pace(long? Bytes = null, bool IsSteady = true);
