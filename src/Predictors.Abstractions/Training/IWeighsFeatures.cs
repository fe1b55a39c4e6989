namespace Predictors.Abstractions;

/// <summary>A factory whose predictor decides by features: it tells how much each of them counts.</summary>
public interface IWeighsFeatures
{
    /// <summary>How much each feature counts in the model in use.</summary>
    /// <param name="values">The values of the parameters, which name the model.</param>
    /// <returns>The features, those that count most first.</returns>
    /// <exception cref="InvalidDataException">The model can't be read; the message says which file and why.</exception>
    IReadOnlyList<FeatureWeight> FeatureWeights(ParameterValues values);
}
