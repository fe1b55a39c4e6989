using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>A weighted sum of the features. The normalisation of the training is folded into the weights.</summary>
internal sealed class LinearModel : IdleLengthModel
{
    private readonly FeatureVector _weights;
    private readonly float _bias;

    /// <summary>One weight per feature.</summary>
    public required double[] Weights
    {
        get;
        init
        {
            field = value;
            for (int i = 0; i < value.Length && i < FeatureVector.Count; i++)
            {
                _weights.Values[i] = (float)value[i];
            }
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
    public override long DecisionCostNs => 17;

    /// <inheritdoc/>
    public override float Score(ReadOnlySpan<float> features) => Score(MemoryMarshal.Cast<float, FeatureVector>(features)[0]);

    /// <summary>The predicted logarithm of the idle length.</summary>
    public float Score(FeatureVector features)
    {
        // What is known last is added last.
        Vector128<float> sum = (features.First * _weights.First) + (features.Fourth * _weights.Fourth) + (features.Second * _weights.Second) + (features.Third * _weights.Third);
        return Vector128.Sum(sum) + _bias;
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
