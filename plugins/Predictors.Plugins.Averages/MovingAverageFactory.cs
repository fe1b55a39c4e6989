using Predictors.Abstractions;

namespace Predictors.Plugins.Averages;

/// <summary>Makes <c>moving-average</c>: the mean of the last four idle lengths decides.</summary>
public sealed class MovingAverageFactory : IPredictorFactory<MovingAveragePredictor>
{
    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: a longer mean halts at once, and this is the window otherwise.", defaultNs: 30_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("moving-average", "Polls where the last four idle periods were shorter on average than a halt costs.", s_haltCost);

    /// <inheritdoc/>
    public MovingAveragePredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost));
    }
}
