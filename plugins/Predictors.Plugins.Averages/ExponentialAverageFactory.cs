using Predictors.Abstractions;

namespace Predictors.Plugins.Averages;

/// <summary>Makes <c>exponential-average</c>: the exponential average of the idle lengths decides.</summary>
public sealed class ExponentialAverageFactory : IPredictorFactory<ExponentialAveragePredictor>
{
    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: a longer average halts at once, and this is the window otherwise.", defaultNs: 30_000);

    private static readonly NumberParameter s_weight =
        new("weight", "The weight of the last idle length in the average.", defaultValue: 0.5, min: 0.001, max: 1);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("exponential-average", "Polls where the exponential average of the idle lengths is shorter than a halt costs.", s_haltCost, s_weight);

    /// <inheritdoc/>
    public ExponentialAveragePredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_weight));
    }
}
