using Predictors.Abstractions;

namespace Predictors.Reporting;

/// <summary>A predictor that can be used.</summary>
/// <param name="File">The plugin's DLL.</param>
/// <param name="Description">What the predictor says of itself.</param>
public sealed record ListedPredictor(string File, PredictorDescription Description);
