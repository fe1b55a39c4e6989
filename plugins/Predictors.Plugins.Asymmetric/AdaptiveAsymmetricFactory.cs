using Predictors.Abstractions;

namespace Predictors.Plugins.Asymmetric;

/// <summary>Makes <c>adaptive-asymmetric</c>: a window that jumps up and decays slowly, as OSv's idle spin does.</summary>
public sealed class AdaptiveAsymmetricFactory : IPredictorFactory<AdaptiveAsymmetricPredictor>
{
    private static readonly DurationParameter s_min =
        new("min", "The floor of the window: what is left to notice short idle periods with.", defaultNs: 5_000);

    private static readonly DurationParameter s_max =
        new("max", "The cap of the window, to which every caught wake-up raises it.", defaultNs: 30_000);

    private static readonly IntegerParameter s_shrink =
        new("shrink", "A halt takes one part in this many off the window; 1 takes it to the floor at once.", defaultValue: 8, min: 1, max: 1_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("adaptive-asymmetric", "A caught wake-up raises the window to its cap, a halt lowers it slowly (as OSv's idle spin).", s_min, s_max, s_shrink);

    /// <inheritdoc/>
    public AdaptiveAsymmetricPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_min), values.Get(s_max), values.Get(s_shrink));
    }
}
