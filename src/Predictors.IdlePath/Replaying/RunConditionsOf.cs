using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>Tells predictors what a run costs, from the same figures that it is booked with.</summary>
internal static class RunConditionsOf
{
    private static readonly WakeCause[] s_causes = Enum.GetValues<WakeCause>();

    /// <summary>The conditions of a run.</summary>
    public static RunConditions Settings(ReplaySettings settings)
    {
        IdlePathCosts costs = settings.Costs.Typical;
        return new RunConditions
        {
            ExchangeRate = settings.ExchangeRate,
            Machine = new MachineCosts
            {
                PollGranularityNs = costs.PollClock.CheckNs,
                TimerWriteNs = costs.TimerWriteNs,
                HaltEntryNs = costs.HltExitNs + costs.HostBlockNs,
                Caught = [.. s_causes.Select(cause => CostOf(costs, WakeKind.Caught, cause))],
                Sleeps = [.. SleepsFromNs(costs).Select(fromNs => new SleepCost(fromNs, [.. s_causes.Select(cause => AfterSleep(costs, fromNs, cause))]))],
            },
        };
    }

    /// <summary>The times asleep at which the cost changes: those of the C-states and of the profile's tables.</summary>
    private static IEnumerable<long> SleepsFromNs(IdlePathCosts costs) =>
        Enumerable.Range(0, costs.CStates).Select(costs.ResidencyNs)
            .Concat(costs.Curves.HostWake.FromNs).Concat(costs.Curves.GuestEntry.FromNs).Concat(costs.Curves.Inject.FromNs)
            .Append(0).Distinct().Order();

    private static WakeUpCost AfterSleep(IdlePathCosts costs, long asleepNs, WakeCause cause)
    {
        WakeUpCost least = CostOf(costs, WakeKind.Blocked + costs.SleepDepths.After(asleepNs), cause);
        long moreNs = costs.Curves.WakeMoreNs(default, asleepNs);
        return new WakeUpCost(least.LatencyNs + moreNs, least.WasteNs + moreNs);
    }

    private static WakeUpCost CostOf(IdlePathCosts costs, int situation, WakeCause cause)
    {
        int kind = WakeKind.Of(situation, WakeKind.NoTask, cause);
        return new WakeUpCost(costs.WokenNs[kind], costs.CpuNs[kind] + costs.ElsewhereNs(situation, cause));
    }
}
