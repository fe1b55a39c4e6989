namespace Predictors.Traces;

/// <summary>Nothing can be recorded. The message says why, and what would help.</summary>
/// <param name="message">The message, in a sentence.</param>
/// <param name="inner">The error that led to it, if any.</param>
public sealed class RecordingException(string message, Exception? inner = null) : Exception(message, inner);
