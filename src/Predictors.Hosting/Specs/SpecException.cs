namespace Predictors.Hosting;

/// <summary>A SPEC, or a predictor's name, that can't be used. The message says what is wrong with it and what would be right.</summary>
/// <param name="message">The message, in a sentence.</param>
/// <param name="inner">The error that led to it, if any.</param>
public sealed class SpecException(string message, Exception? inner = null) : Exception(message, inner);
