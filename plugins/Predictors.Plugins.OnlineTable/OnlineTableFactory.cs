using Predictors.Abstractions;

namespace Predictors.Plugins.OnlineTable;

/// <summary>Makes <c>online-table</c>: what each window would have cost lately, after idle periods like the last ones.</summary>
public sealed class OnlineTableFactory : IPredictorFactory<OnlineTablePredictor>, IDeclaresDecisionCost
{
    // Measured with learning, on a 2-core Linux machine that was busy otherwise.
    private const long MeasuredDecisionNs = 85;

    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency; the window is at most eight times this.", defaultNs: 30_000, minNs: 64, maxNs: 1_000_000_000);

    private static readonly DurationParameter s_exitLatency =
        new("exit-latency", "How much of a halted idle period is the way out of the halt: taken off its length, or half of a length below twice this.", defaultNs: 10_000);

    private static readonly IntegerParameter s_memory =
        new("memory", "The costs of a context cover about 2 to the power of this of its last idle periods.", defaultValue: 5, min: 1, max: 8);

    private static readonly IntegerParameter s_trust =
        new("trust", "How often a context must have been met before it decides; a shorter one does until then.", defaultValue: 4, min: 1, max: 255);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("online-table", "Learns while it runs what each window costs after idle periods like the last ones, and takes the cheapest.", s_haltCost, s_exitLatency, s_memory, s_trust);

    /// <inheritdoc/>
    public OnlineTablePredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_exitLatency), (int)values.Get(s_memory), (int)values.Get(s_trust));
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => MeasuredDecisionNs;
}
