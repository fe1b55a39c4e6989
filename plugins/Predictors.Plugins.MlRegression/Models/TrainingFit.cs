namespace Predictors.Plugins.MlRegression.Models;

/// <summary>How well a model fits the idle periods that it learned from.</summary>
/// <param name="Periods">How many idle periods the traces had.</param>
/// <param name="Rows">How many of them it learned from.</param>
/// <param name="RSquared">The share of the variance of the logarithm of the idle length that it explains.</param>
/// <param name="MedianFactor">Half of the predictions are off by at most this factor.</param>
internal sealed record TrainingFit(long Periods, int Rows, double RSquared, double MedianFactor);
