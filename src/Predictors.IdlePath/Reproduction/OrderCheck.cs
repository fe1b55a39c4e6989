namespace Predictors.IdlePath;

/// <summary>Whether the simulated figures stand in the published order.</summary>
/// <param name="Text">The order, in words.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record OrderCheck(string Text, bool Holds);
