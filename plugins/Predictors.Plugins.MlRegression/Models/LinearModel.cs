using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;
using static Predictors.Plugins.MlRegression.Features.FeatureVector;

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
                _weights[i] = (float)value[i];
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
    public override long DecisionCostNs => 25;

    /// <inheritdoc/>
    public override float Score(ReadOnlySpan<float> features) => Score(in MemoryMarshal.Cast<float, FeatureVector>(features)[0]);

    /// <summary>The predicted logarithm of the idle length.</summary>
    public float Score(ref readonly FeatureVector f)
    {
        // One by one: the features were written one by one just now, and a processor that reads them as a vector waits. What was written last is added last.
        ref readonly FeatureVector w = ref _weights;
        float older = (f[Idle2] * w[Idle2]) + (f[Idle3] * w[Idle3]) + ((f[Idle4] * w[Idle4]) + (f[Busy2] * w[Busy2])) + _bias;
        float known = (f[NextTimer] * w[NextTimer]) + (f[NextTimerKnown] * w[NextTimerKnown]);
        float woken = (f[WokenByTimer] * w[WokenByTimer]) + (f[WokenByVcpu] * w[WokenByVcpu]) + ((f[WokenByDevice] * w[WokenByDevice]) + (f[TaskRan] * w[TaskRan]));
        float busy = (f[Busy1] * w[Busy1]) + (f[BusyMean] * w[BusyMean]);
        float idle = (f[Idle1] * w[Idle1]) + (f[IdleDeviation] * w[IdleDeviation]) + ((f[IdleMeanFast] * w[IdleMeanFast]) + (f[IdleMeanSlow] * w[IdleMeanSlow]));
        return older + known + (woken + busy) + idle;
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
