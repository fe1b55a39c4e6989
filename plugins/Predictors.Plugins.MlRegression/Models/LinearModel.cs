using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>A weighted sum of the features. The normalisation of the training is folded into the weights.</summary>
internal sealed class LinearModel : IdleLengthModel
{
    private readonly float[] _weights = [];
    private readonly float _bias;

    /// <summary>One weight per feature.</summary>
    public required double[] Weights
    {
        get;
        init
        {
            field = value;
            _weights = [.. value.Select(w => (float)w)];
        }
    }

    /// <summary>The sum's constant term.</summary>
    public required double Bias
    {
        get;
        init
        {
            field = value;
            _bias = (float)value;
        }
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override long DecisionCostNs => 25;

    /// <inheritdoc/>
    public override float Score(ReadOnlySpan<float> features)
    {
        // One by one and written out: they were written one by one just now, and a processor that reads them as a vector, or in a loop, waits longer.
        ReadOnlySpan<float> f = features[..FeatureVector.Count];
        ReadOnlySpan<float> w = _weights.AsSpan(0, FeatureVector.Count);
        float a = (f[0] * w[0]) + (f[1] * w[1]) + (f[2] * w[2]) + (f[3] * w[3]);
        float b = (f[4] * w[4]) + (f[5] * w[5]) + (f[6] * w[6]) + (f[7] * w[7]);
        float c = (f[8] * w[8]) + (f[9] * w[9]) + (f[10] * w[10]) + (f[11] * w[11]);
        float d = (f[12] * w[12]) + (f[13] * w[13]) + (f[14] * w[14]) + (f[15] * w[15]);
        return a + b + (c + d) + _bias;
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
