using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>A weighted sum of the features. The normalisation of the training is folded into the weights.</summary>
internal sealed class LinearModel : IdleLengthModel
{
    /// <summary>One weight per feature.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The sum's constant term.</summary>
    public required double Bias { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override long DecisionCostNs => 35;

    /// <inheritdoc/>
    public override float Score(ReadOnlySpan<float> features)
    {
        double[] weights = Weights;
        double sum = Bias;
        for (int i = 0; i < weights.Length && i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Weights.Length != FeatureVector.Count)
        {
            throw new InvalidDataException($"it has {Weights.Length} weights for {FeatureVector.Count} features");
        }

        if (!IsSane(Bias) || !Array.TrueForAll(Weights, w => IsSane(w)))
        {
            throw new InvalidDataException($"a weight or the bias is larger than {LargestTerm:R}");
        }
    }
}
