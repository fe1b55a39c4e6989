using Predictors.Abstractions;

namespace Predictors.Plugins.Teo;

/// <summary>Makes <c>teo</c>: Linux's cpuidle governor for timer events, over states made up for polling.</summary>
public sealed class TeoFactory : IPredictorFactory<TeoPredictor>, IDeclaresDecisionCost
{
    // Measured with learning by the benchmark "decisions".
    private const long MeasuredDecisionNs = 20;

    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: states whose target residency is at least this halt at once.", defaultNs: 30_000);

    private static readonly DurationParameter s_exitLatency =
        new("exit-latency", "The exit latency of the halt: half of it is taken off a halted idle length.", defaultNs: 1_000);

    private static readonly DurationParameter s_tick =
        new("tick", "The length of a tick: a halt expected to last as long stops it.", defaultNs: 4_000_000, minNs: 1_000_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("teo", "Counts wake-ups by the next timer and wake-ups before it in bins of idle length (Linux's teo governor).", s_haltCost, s_exitLatency, s_tick);

    /// <inheritdoc/>
    public TeoPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_exitLatency), values.Get(s_tick));
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => MeasuredDecisionNs;
}
