using Predictors.Abstractions;

namespace Predictors.Plugins.SkiRental;

/// <summary>Makes <c>ski-rental-randomized</c>: a window drawn anew for every idle period.</summary>
public sealed class SkiRentalRandomizedFactory : IPredictorFactory<SkiRentalRandomizedPredictor>, IDeclaresDecisionCost
{
    // Measured with learning by the benchmark "decisions".
    private const long MeasuredDecisionNs = 7;

    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: the longest window.", defaultNs: 30_000);

    private static readonly IntegerParameter s_seed =
        new("seed", "Together with the vCPU and the number of the idle period this sets every draw.", defaultValue: 1, min: 0, max: uint.MaxValue);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("ski-rental-randomized", "Draws every window with density e^(t/C) up to the cost C of a halt.", s_haltCost, s_seed);

    /// <inheritdoc/>
    public SkiRentalRandomizedPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_seed), vcpu);
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => MeasuredDecisionNs;
}
