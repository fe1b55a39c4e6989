using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// The least that one idle period can cost on a machine that varies. The luck of an idle period is the same for everybody, so the bound knows
/// it; what depends on what came before (a host that goes by the last sleep) is taken at its cheapest.
/// </summary>
/// <param name="costs">The machine.</param>
/// <param name="weights">What waste and latency count.</param>
/// <param name="least">The costs without luck.</param>
internal sealed class VariedLeastCosts(IdlePathCosts costs, CostWeights weights, LeastCosts least)
{
    private readonly HostLoad _load = new(costs.Setup.HostLoadShare, costs.Setup.HostSliceNs);
    private readonly long[] _fromNs = PiecesOf(costs);

    /// <summary>The least cost of an idle period.</summary>
    /// <param name="luck">Its luck.</param>
    /// <param name="arrivalNs">The arrival, counted from the entry.</param>
    /// <param name="cause">The wake cause.</param>
    /// <param name="taskRan">Whether a task ran.</param>
    /// <param name="tickRuns">Whether the tick is known to run at the entry.</param>
    public double Of(Luck luck, long arrivalNs, WakeCause cause, bool taskRan, bool tickRuns)
    {
        double latencyWeight = taskRan ? weights.Latency : 0;
        double weight = weights.Waste + latencyWeight;
        double cost = (weights.Waste * arrivalNs) + Math.Min(
            least.Caught(cause, taskRan) + (weight * costs.Curves.AwakeMoreNs(luck, cause, costs.Setup.Timer)),
            least.AfterHalt(WakeKind.Exiting, cause, taskRan) + (weight * costs.Curves.ResumeMoreNs(luck, 0)));
        long longestNs = least.LongestSleepNs(arrivalNs, tickRuns);
        long waitNs = _load.RunQueueWaitNs(luck);
        if (longestNs >= 0)
        {
            cost = Math.Min(cost, (weights.Waste * arrivalNs) + Asleep(0, waitNs: 0));
        }

        for (int piece = 0; piece < _fromNs.Length && _fromNs[piece] <= longestNs; piece++)
        {
            long sleepNs = piece == _fromNs.Length - 1 ? longestNs : Math.Min(longestNs, _fromNs[piece + 1] - 1);
            cost = Math.Min(cost, (weights.Waste * (arrivalNs - sleepNs)) + Asleep(_fromNs[piece], waitNs));
        }

        return cost;

        double Asleep(long asleepNs, long waitNs)
        {
            bool shallow = _load.RunQueueWaitNs(luck) > 0 || costs.Setup.Governor != HostGovernor.Hindsight;
            int depth = shallow ? 0 : costs.SleepDepths.After(asleepNs);
            return least.AfterHalt(WakeKind.Blocked + depth, cause, taskRan)
                + (weight * costs.Curves.WakeMoreNs(luck, asleepNs)) + (latencyWeight * waitNs);
        }
    }

    /// <summary>Between two of these times asleep nothing changes but the sleep.</summary>
    private static long[] PiecesOf(IdlePathCosts costs) =>
    [
        .. Enumerable.Range(0, costs.CStates).Select(costs.ResidencyNs)
            .Concat(costs.Curves.HostWake.FromNs).Concat(costs.Curves.GuestEntry.FromNs).Concat(costs.Curves.Inject.FromNs)
            .Distinct().Order(),
    ];
}
