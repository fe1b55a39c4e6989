namespace Predictors.IdlePath;

/// <summary>A predictor threw, or returned a window that is no window. The message says what, where in the trace, and the bound.</summary>
/// <param name="message">The fault, in a sentence.</param>
/// <param name="inner">What the predictor threw, if it did.</param>
public sealed class PredictorFaultException(string message, Exception? inner = null) : Exception(message, inner);
