using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Machines of which a predictor is told.</summary>
internal static class MadeUpConditions
{
    /// <summary>A machine on which every halt takes the same CPU time, all of it latency too, and all else costs nothing.</summary>
    public static RunConditions OfHalts(long latencyNs, double exchangeRate)
    {
        int causes = Enum.GetValues<WakeCause>().Length;
        return new RunConditions
        {
            ExchangeRate = exchangeRate,
            Machine = new MachineCosts
            {
                PollGranularityNs = 0,
                TimerWriteNs = 0,
                HaltEntryNs = 0,
                Caught = new WakeUpCost[causes],
                Sleeps = [new SleepCost(0, [.. Enumerable.Repeat(new WakeUpCost(latencyNs, latencyNs), causes)])],
            },
        };
    }
}
