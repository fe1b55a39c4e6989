namespace Predictors.Abstractions;

/// <summary>A trace that was there and from which nothing was learned.</summary>
/// <param name="Name">The trace's name.</param>
/// <param name="Sha256">The SHA-256 of the recording, in lower-case hexadecimal digits.</param>
public sealed record LeftOutTrace(string Name, string Sha256);
