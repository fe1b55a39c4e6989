namespace Predictors.Traces;

/// <summary>Something in a trace that is not as one would expect, counted.</summary>
/// <param name="Name">What it is, in kebab-case, such as <c>time-jumps-back</c>.</param>
/// <param name="Count">How often it was met.</param>
/// <param name="FirstPlace">Where it was met first, such as <c>line 12</c>.</param>
public sealed record TraceAnomaly(string Name, long Count, string FirstPlace);
