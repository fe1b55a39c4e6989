using Predictors.Abstractions;

namespace Predictors.Plugins.Hazard;

/// <summary>Makes <c>hazard</c>: polls while a wake-up is likelier than polling is dear, by the idle lengths seen so far.</summary>
public sealed class HazardFactory : IPredictorFactory<HazardPredictor>, IDeclaresDecisionCost
{
    // Measured with learning by the benchmark "decisions".
    private const long MeasuredDecisionNs = 90;

    private static readonly DurationParameter s_haltCost =
        new("halt-cost", "What a halt costs in waste and latency; the window is at most eight times this.", defaultNs: 30_000, minNs: 64, maxNs: 1_000_000_000);

    private static readonly DurationParameter s_exitLatency =
        new("exit-latency", "How much of a halted idle period is the way out of the halt: taken off its length, or half of a length below twice this.", defaultNs: 10_000);

    private static readonly IntegerParameter s_memory =
        new("memory", "How many idle lengths count: whenever as many are held, all counts are halved.", defaultValue: 256, min: 16, max: 65_536);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("hazard", "Keeps a histogram of idle lengths and polls while wake-ups come faster than one per halt cost.", s_haltCost, s_exitLatency, s_memory);

    /// <inheritdoc/>
    public HazardPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_haltCost), values.Get(s_exitLatency), (int)values.Get(s_memory));
    }

    /// <inheritdoc/>
    public long DecisionCostNs(ParameterValues values) => MeasuredDecisionNs;
}
