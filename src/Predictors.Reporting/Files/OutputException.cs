namespace Predictors.Reporting;

/// <summary>An output file can't be written. The message names the file and the reason.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="inner">The error that led to it.</param>
public sealed class OutputException(string message, Exception? inner = null) : Exception(message, inner);
