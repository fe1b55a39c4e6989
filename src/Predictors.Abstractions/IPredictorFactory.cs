namespace Predictors.Abstractions;

/// <summary>
/// Describes a predictor to the host. Implement <see cref="IPredictorFactory{TPredictor}"/>, which can also make it.
/// </summary>
public interface IPredictorFactory
{
    /// <summary>The predictor's name, what it does, its parameters and what it needs.</summary>
    PredictorDescription Description { get; }
}
