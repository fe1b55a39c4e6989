namespace Predictors.Abstractions;

/// <summary>How much a feature counts.</summary>
/// <param name="Feature">The feature's name, in words.</param>
/// <param name="Share">Its share of all that counts, from 0 to 1, as the predictor measures it.</param>
public sealed record FeatureWeight(string Feature, double Share);
