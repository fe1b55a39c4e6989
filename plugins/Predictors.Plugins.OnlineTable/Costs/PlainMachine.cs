using Predictors.Abstractions;

namespace Predictors.Plugins.Costs;

/// <summary>A machine on which a halt costs the same always: for where nothing is known of the real one, or where a parameter says so.</summary>
internal static class PlainMachine
{
    private const long UnknownHaltCostNs = 30_000;

    /// <summary>The conditions of a run, or those of such a machine where they are not known or a parameter goes before them.</summary>
    /// <param name="conditions">The conditions, or null where they are not known.</param>
    /// <param name="haltCostNs">What a halt costs, in ns; 0 takes it from the conditions.</param>
    /// <param name="exitLatencyNs">How much of a halted idle period is the way out of the halt, in ns.</param>
    public static RunConditions Or(RunConditions? conditions, long haltCostNs, long exitLatencyNs) =>
        haltCostNs > 0 || conditions is null ? Of(haltCostNs > 0 ? haltCostNs : UnknownHaltCostNs, exitLatencyNs) : conditions;

    /// <summary>Its conditions.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns.</param>
    /// <param name="exitLatencyNs">How much of a halted idle period is the way out of the halt, in ns.</param>
    private static RunConditions Of(long haltCostNs, long exitLatencyNs)
    {
        int causes = Enum.GetValues<WakeCause>().Length;
        return new RunConditions
        {
            // All of it is counted as waste: the latency only tells when a wake-up arrived.
            ExchangeRate = 0,
            Machine = new MachineCosts
            {
                PollGranularityNs = 0,
                TimerWriteNs = 0,
                HaltEntryNs = 0,
                Caught = new WakeUpCost[causes],
                Sleeps = [new SleepCost(0, [.. Enumerable.Repeat(new WakeUpCost(exitLatencyNs, haltCostNs), causes)])],
            },
        };
    }
}
