namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>How the recorder's kernel turned TSC ticks into ns: ticks times a factor, shifted right.</summary>
/// <param name="Multiplier">The factor.</param>
/// <param name="Shift">By how many bits, less than 64.</param>
internal readonly record struct TscScale(uint Multiplier, int Shift);
