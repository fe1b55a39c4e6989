namespace Predictors.Traces;

/// <summary>Traces do not fit together. The message names them, says why, and what would help.</summary>
/// <param name="message">The message, in a sentence.</param>
public sealed class MergeException(string message) : Exception(message);
