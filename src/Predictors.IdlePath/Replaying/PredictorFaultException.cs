namespace Predictors.IdlePath;

/// <summary>A predictor threw, or returned a window that is no window. The message says in one line what, where in the trace, and the bound.</summary>
/// <param name="message">The fault, in a sentence; line breaks in it, which come from what a plugin throws, become spaces.</param>
/// <param name="inner">What the predictor threw, if it did.</param>
public sealed class PredictorFaultException(string message, Exception? inner = null) : Exception(message?.ReplaceLineEndings(" "), inner);
