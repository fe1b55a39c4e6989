using Predictors.Abstractions;

namespace Predictors.Plugins.Ladder;

/// <summary>Makes <c>ladder</c>: the steps of Linux's cpuidle governor of that name.</summary>
public sealed class LadderFactory : IPredictorFactory<LadderPredictor>
{
    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: steps whose break-even point is at least this halt at once.", defaultNs: 30_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("ladder", "Steps to longer windows, and then to halting, after four long idle periods and back after one short one (Linux's ladder governor).", s_haltCost);

    /// <inheritdoc/>
    public LadderPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost));
    }
}
