using Predictors.Abstractions;

namespace Predictors.Plugins.Menu;

/// <summary>Makes <c>menu</c>: the idle-length prediction of Linux's cpuidle governor of that name.</summary>
public sealed class MenuFactory : IPredictorFactory<MenuPredictor>, IDeclaresDecisionCost
{
    // Measured with learning by the benchmark "decisions".
    private const long MeasuredDecisionNs = 60;

    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency: a longer prediction halts at once, and this is the window otherwise.", defaultNs: 30_000);

    private static readonly DurationParameter s_exitLatency =
        new("exit-latency", "The exit latency of the halt state: taken off a halted idle length, or half of a length below twice this.", defaultNs: 1_000);

    private static readonly DurationParameter s_tick =
        new("tick", "The length of a tick: a shorter prediction keeps it running.", defaultNs: 4_000_000, minNs: 1_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("menu", "Polls where Linux's menu governor predicts a short idle period, from the next timer and the last eight lengths.", s_haltCost, s_exitLatency, s_tick);

    /// <inheritdoc/>
    public MenuPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_exitLatency), values.Get(s_tick));
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => MeasuredDecisionNs;
}
