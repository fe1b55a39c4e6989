namespace Predictors.Abstractions;

/// <summary>A leading part of a trace that a model has seen.</summary>
/// <param name="Sha256">The SHA-256 of the recording, in lower-case hexadecimal digits.</param>
/// <param name="UntilNs">The end of the part, on the trace's clock, in ns.</param>
public sealed record TrainedOn(string Sha256, long UntilNs);
