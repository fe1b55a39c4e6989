namespace Predictors.Traces.Generators;

/// <summary>A periodic timer on each vCPU.</summary>
/// <param name="Vcpus">How many vCPUs.</param>
/// <param name="PeriodNs">The period.</param>
/// <param name="JitterNs">By how much an expiry comes later than its place, at most.</param>
/// <param name="Busy">The law of the busy periods.</param>
/// <param name="ExitLatencyNs">From arrival to idle exit.</param>
internal sealed record PeriodicSettings(int Vcpus, long PeriodNs, long JitterNs, Law Busy, long ExitLatencyNs);
