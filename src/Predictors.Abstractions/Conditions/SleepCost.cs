namespace Predictors.Abstractions;

/// <summary>What a wake-up of a sleeping vCPU costs, from a time asleep on.</summary>
/// <param name="FromNs">The least time asleep for which it holds, in ns; it holds up to that of the next step.</param>
/// <param name="ByCause">The cost by wake cause: <see cref="WakeCause"/> is the index.</param>
public sealed record SleepCost(long FromNs, IReadOnlyList<WakeUpCost> ByCause);
