using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>Tells predictors what a run costs, from the same figures that it is booked with.</summary>
internal static class RunConditionsOf
{
    private static readonly WakeCause[] s_causes = Enum.GetValues<WakeCause>();

    /// <summary>The conditions of a run.</summary>
    public static RunConditions Settings(ReplaySettings settings)
    {
        IdlePathCosts costs = settings.Costs;
        return new RunConditions
        {
            ExchangeRate = settings.ExchangeRate,
            Machine = new MachineCosts
            {
                PollGranularityNs = costs.PollClock.CheckNs,
                TimerWriteNs = costs.TimerWriteNs,
                HaltEntryNs = costs.HltExitNs + costs.HostBlockNs,
                Caught = [.. s_causes.Select(cause => CostOf(costs, WakeKind.Caught, cause))],
                Sleeps = [.. Enumerable.Range(0, costs.CStates + 1).Select(depth => new SleepCost(
                    depth == 0 ? 0 : costs.ResidencyNs(depth - 1),
                    [.. s_causes.Select(cause => CostOf(costs, WakeKind.Blocked + depth, cause))]))],
            },
        };
    }

    private static WakeUpCost CostOf(IdlePathCosts costs, int situation, WakeCause cause)
    {
        int kind = WakeKind.Of(situation, WakeKind.NoTask, cause);
        return new WakeUpCost(costs.WokenNs[kind], costs.CpuNs[kind] + costs.ElsewhereNs(situation, cause));
    }
}
