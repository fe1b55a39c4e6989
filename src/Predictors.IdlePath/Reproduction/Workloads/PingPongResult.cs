namespace Predictors.IdlePath;

/// <summary>What a ping-pong gave.</summary>
/// <param name="RoundTripNs">A round trip, in ns.</param>
/// <param name="Exits">VM exits of all round trips.</param>
/// <param name="RoundTrips">How many there were: two idle periods make one.</param>
internal readonly record struct PingPongResult(double RoundTripNs, ExitCounts Exits, double RoundTrips);
