namespace Predictors.Abstractions;

/// <summary>What a wake-up costs from its arrival on, without the restart of a stopped tick.</summary>
/// <param name="LatencyNs">From the arrival until the guest runs, in ns.</param>
/// <param name="WasteNs">CPU time after the arrival, on the vCPU's own pCPU and on others (such as the waker's IPI), in ns.</param>
public readonly record struct WakeUpCost(long LatencyNs, long WasteNs);
