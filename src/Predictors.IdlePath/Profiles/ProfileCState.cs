namespace Predictors.IdlePath;

/// <summary>A C-state of the host: a sleep of at least its target residency costs its exit latency at the wake-up.</summary>
/// <param name="Name">The name, such as <c>C1E</c>.</param>
/// <param name="ExitLatencyNs">From the interrupt to running code, in ns: latency, but no CPU time.</param>
/// <param name="TargetResidencyNs">The shortest sleep for which the host enters it, in ns.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record ProfileCState(string Name, long ExitLatencyNs, long TargetResidencyNs, string Source);
