using Predictors.Abstractions;

namespace Predictors.Plugins.SkiRental;

/// <summary>Makes <c>learning-augmented</c>: the ski-rental rule that trusts a prediction as far as it is told to.</summary>
public sealed class LearningAugmentedFactory : IPredictorFactory<LearningAugmentedPredictor>
{
    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency.", defaultNs: 30_000, maxNs: 1_000_000_000);

    private static readonly NumberParameter s_lambda =
        new("lambda", "The distrust in the prediction: 1 ignores it, near 0 follows it whatever may happen.", defaultValue: 0.5, min: 0.001, max: 1);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("learning-augmented", "Polls briefly where a long idle period is predicted and long where a short one is (Purohit et al.).", s_haltCost, s_lambda);

    /// <inheritdoc/>
    public LearningAugmentedPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_lambda));
    }
}
