namespace Predictors.Ranking;

/// <summary>A point of a front of CPU waste versus wake-up latency.</summary>
/// <param name="Waste">The CPU waste: in ns, or in the unit that the front is scaled to.</param>
/// <param name="Latency">The least latency at this waste: the sum in ns, or in the unit that the front is scaled to.</param>
public readonly record struct FrontPoint(double Waste, double Latency);
