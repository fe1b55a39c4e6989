using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>
/// The least that one idle period can cost on a machine, whatever the guest and the host decide. All CPU time before the arrival is waste but
/// for the sleep, so what remains is how long and how deep to sleep: not at all (poll through), or in one of the C-states, for as long as
/// it stays that one. With costs that do not depend on the sleep that is the cheapest of polling through and halting at once.
/// </summary>
/// <remarks>
/// Where the poll begins with the tick stopped, the guest may not poll at all, or polling slows a sibling down, the least is not reached by anybody:
/// it is that of a guest that polls first and alone. A decision that takes longer than the idle period could come as near to it.
/// </remarks>
internal sealed class LeastCosts
{
    private readonly IdlePathCosts _costs;
    private readonly CostWeights _weights;
    private readonly double[] _awake;
    private readonly double[][] _asleep;

    public LeastCosts(IdlePathCosts costs, CostWeights weights)
    {
        _costs = costs;
        _weights = weights;
        int causes = Enum.GetValues<WakeCause>().Length;
        _awake = new double[2 * causes];
        _asleep = new double[2 * causes][];
        for (int cause = 0; cause < causes; cause++)
        {
            foreach (bool taskRan in (bool[])[false, true])
            {
                int row = Row((WakeCause)cause, taskRan);
                _awake[row] = Awake((WakeCause)cause, taskRan);
                _asleep[row] = [.. Enumerable.Range(0, costs.CStates + 1)
                    .Select(depth => AfterHalt(WakeKind.Blocked + depth, (WakeCause)cause, taskRan))];
            }
        }
    }

    /// <summary>The least cost of an idle period.</summary>
    /// <param name="arrivalNs">The arrival, counted from the entry.</param>
    /// <param name="cause">The wake cause.</param>
    /// <param name="taskRan">Whether a task ran.</param>
    /// <param name="tickRuns">Whether the tick is known to run at the entry: stopping it then is part of any halt.</param>
    public double Of(long arrivalNs, WakeCause cause, bool taskRan, bool tickRuns)
    {
        int row = Row(cause, taskRan);
        double least = (_weights.Waste * arrivalNs) + _awake[row];
        double[] asleep = _asleep[row];
        long longestNs = LongestSleepNs(arrivalNs, tickRuns);
        for (int depth = 0; depth < asleep.Length && longestNs >= ResidencyNs(depth); depth++)
        {
            long sleepNs = depth == _costs.CStates ? longestNs : Math.Min(longestNs, ResidencyNs(depth + 1) - 1);
            least = Math.Min(least, (_weights.Waste * (arrivalNs - sleepNs)) + asleep[depth]);
        }

        return least;
    }

    /// <summary>The longest sleep of an idle period, in ns; negative where there is no time for one.</summary>
    /// <param name="arrivalNs">The arrival, counted from the entry.</param>
    /// <param name="tickRuns">Whether the tick is known to run at the entry.</param>
    public long LongestSleepNs(long arrivalNs, bool tickRuns) =>
        arrivalNs - (tickRuns && _costs.Setup.StopsTick ? _costs.TimerWriteNs : 0) - _costs.HltExitNs - _costs.HostBlockNs;

    /// <summary>What follows the arrival where the guest polled.</summary>
    /// <param name="cause">The wake cause.</param>
    /// <param name="taskRan">Whether a task ran.</param>
    public double Caught(WakeCause cause, bool taskRan) => After(WakeKind.Caught, taskRan ? WakeKind.Task : WakeKind.NoTask, cause);

    /// <summary>What follows the arrival after a halt. It has stopped the tick, now or earlier in the idle period: it is restarted before a task runs.</summary>
    /// <param name="situation">How far the vCPU had come.</param>
    /// <param name="cause">The wake cause.</param>
    /// <param name="taskRan">Whether a task ran.</param>
    public double AfterHalt(int situation, WakeCause cause, bool taskRan) =>
        After(situation, !taskRan ? WakeKind.NoTask : _costs.Setup.StopsTick ? WakeKind.TaskAfterRestart : WakeKind.Task, cause);

    private static int Row(WakeCause cause, bool taskRan) => (2 * (int)cause) + (taskRan ? 1 : 0);

    private long ResidencyNs(int depth) => depth == 0 ? 0 : _costs.ResidencyNs(depth - 1);

    /// <summary>
    /// Of the wake-ups that find the vCPU awake those of a poll cost the least, or those during the HLT exit: a polling host polls on until
    /// the IPI is there, and a thread that is about to block must be woken on top.
    /// </summary>
    private double Awake(WakeCause cause, bool taskRan) => Math.Min(Caught(cause, taskRan), AfterHalt(WakeKind.Exiting, cause, taskRan));

    private double After(int situation, int outcome, WakeCause cause)
    {
        int kind = WakeKind.Of(situation, outcome, cause);
        return (_weights.Waste * (_costs.CpuNs[kind] + _costs.ElsewhereNs(situation, cause))) + (_weights.Latency * _costs.LatencyNs[kind]);
    }
}
