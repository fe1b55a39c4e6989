namespace Predictors.IdlePath;

/// <summary>A machine profile can't be used. The message names it and says what is wrong.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="inner">The error that led to it, if any.</param>
public sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner);
