namespace Predictors.Benchmarks;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Run">Does it once.</param>
internal sealed record Lane(string Name, Action Run);
