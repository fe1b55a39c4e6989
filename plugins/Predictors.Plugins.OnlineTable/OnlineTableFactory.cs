using Predictors.Abstractions;
using Predictors.Plugins.Costs;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.OnlineTable;

/// <summary>Makes <c>online-table</c>: what each window would have cost lately, after idle periods like the last ones.</summary>
public sealed class OnlineTableFactory : IConditionedPredictorFactory<OnlineTablePredictor>, IDeclaresDecisionCost
{
    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency; 0 takes it from the machine and the exchange rate (30us where they are not known).", defaultNs: 0, maxNs: 100_000_000);

    private static readonly DurationParameter s_exitLatency =
        new("exit-latency", "With a halt-cost: how much of a halted idle period is the way out of the halt.", defaultNs: 10_000, maxNs: 100_000_000);

    private static readonly IntegerParameter s_memory =
        new("memory", "The costs of a context cover about 2 to the power of this of its last idle periods.", defaultValue: 6, min: 1, max: 8);

    private static readonly IntegerParameter s_trust =
        new("trust", "As how many idle periods that counts which a new context takes over.", defaultValue: 8, min: 1, max: 255);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("online-table", "Learns while it runs what each window costs on this machine after idle periods like the last ones, and takes the cheapest.", s_haltCost, s_exitLatency, s_memory, s_trust)
        {
            SwitchesHostPollingOff = true,
        };

    /// <inheritdoc/>
    public OnlineTablePredictor Create(ParameterValues values, int vcpu) => Create(values, conditions: null);

    /// <inheritdoc/>
    public OnlineTablePredictor Create(ParameterValues values, int vcpu, RunConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return Create(values, conditions);
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => WindowLearner.MeasuredNs;

    private static OnlineTablePredictor Create(ParameterValues values, RunConditions? conditions)
    {
        ArgumentNullException.ThrowIfNull(values);
        RunConditions known = PlainMachine.Or(conditions, values.Get(s_haltCost), values.Get(s_exitLatency));
        return new(known, (int)values.Get(s_memory), (int)values.Get(s_trust));
    }
}
