using Predictors.Abstractions;

namespace Predictors.Plugins.Costs;

/// <summary>What the outcomes of an idle period cost on a machine at an exchange rate, in ns of burnt CPU, as whole numbers.</summary>
internal sealed class OutcomeCosts
{
    // Sums of two of them and of a window stay within 32 bits.
    private const int MaxNs = 1 << 29;
    private const int Causes = 6;

    private readonly int[] _caught = new int[2 * Causes];
    private readonly int[] _deeper;
    private readonly int[] _wakeNs;
    private readonly long[] _caughtLatencyNs = new long[Causes];
    private readonly long _timerWriteNs;

    /// <summary>Takes the costs of a machine.</summary>
    public OutcomeCosts(RunConditions conditions)
    {
        MachineCosts machine = conditions.Machine;
        double rate = conditions.ExchangeRate;
        Steps = machine.Sleeps.Count;
        FromNs = [.. machine.Sleeps.Select(s => Clamp(s.FromNs))];
        GranularityNs = Clamp(machine.PollGranularityNs);
        HaltEntryNs = Clamp(machine.HaltEntryNs);
        _timerWriteNs = machine.TimerWriteNs;
        WakeUpCost deepest = machine.Sleeps[^1].ByCause[(int)WakeCause.Unknown];
        DeepestNs = Clamp(machine.HaltEntryNs + deepest.WasteNs + (rate > 0 ? deepest.LatencyNs : 0));
        _deeper = new int[2 * Causes * Steps];
        _wakeNs = new int[Causes * Steps];
        for (int cause = 0; cause < Causes; cause++)
        {
            WakeUpCost caught = machine.Caught[cause];
            _caughtLatencyNs[cause] = caught.LatencyNs;
            for (int step = 0; step < Steps; step++)
            {
                _wakeNs[(cause * Steps) + step] = Clamp(machine.Sleeps[step].ByCause[cause].LatencyNs);
            }

            for (int ran = 0; ran < 2; ran++)
            {
                int row = (2 * cause) + ran;
                _caught[row] = Clamp(caught.WasteNs + (ran * rate * caught.LatencyNs));
                int before = 0;
                for (int step = 0; step < Steps; step++)
                {
                    WakeUpCost woken = machine.Sleeps[step].ByCause[cause];
                    double restart = ran * machine.TimerWriteNs * (1 + rate);
                    int cost = Clamp(woken.WasteNs + (ran * rate * woken.LatencyNs) + restart);
                    _deeper[(row * Steps) + step] = cost - before;
                    before = cost;
                }
            }
        }
    }

    /// <summary>How many steps the cost has over the time asleep.</summary>
    public int Steps { get; }

    /// <summary>Per step: the least time asleep, in ns.</summary>
    public int[] FromNs { get; }

    /// <summary>A poll ends at a multiple of this, in ns; 0 where it ends at the window.</summary>
    public int GranularityNs { get; }

    /// <summary>From the HLT until the vCPU sleeps, in ns.</summary>
    public int HaltEntryNs { get; }

    /// <summary>What a halt with the deepest sleep costs at an exchange rate of 1, in ns.</summary>
    public int DeepestNs { get; }

    /// <summary>Stopping the tick, where it still runs, in ns.</summary>
    public int TickStopNs(bool tickRuns) => tickRuns ? Clamp(_timerWriteNs) : 0;

    /// <summary>What a caught wake-up costs beside the time polled.</summary>
    public int CaughtNs(int row) => _caught[row];

    /// <summary>Per step: how much more a wake-up costs than one of the step before.</summary>
    public ReadOnlySpan<int> DeeperNs(int row) => _deeper.AsSpan(row * Steps, Steps);

    /// <summary>The row of a wake-up.</summary>
    public static int RowOf(in IdleExit exit) => (2 * Math.Min((int)exit.Cause, Causes - 1)) + (exit.TaskRan ? 1 : 0);

    /// <summary>When the wake-up arrived, counted from idle entry: what was observed less the way out of the poll or of the sleep.</summary>
    public int ArrivalNs(in IdleExit exit)
    {
        int cause = Math.Min((int)exit.Cause, Causes - 1);
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        ReadOnlySpan<int> wakes = _wakeNs.AsSpan(cause * Steps, Steps);
        ReadOnlySpan<int> from = FromNs.AsSpan(0, wakes.Length);
        long wakeNs = wakes[0];

        // No early end: how deep the sleep was is hard to foresee for the processor.
        for (int step = 1; step < wakes.Length; step++)
        {
            wakeNs = exit.HaltNs - wakes[step] - HaltEntryNs >= from[step] ? wakes[step] : wakeNs;
        }

        long haltedNs = Math.Max(idleNs - wakeNs, idleNs / 2);
        return (int)Math.Clamp(exit.HaltNs > 0 ? haltedNs : idleNs - _caughtLatencyNs[cause], 1, MaxNs);
    }

    private static int Clamp(double ns) => (int)Math.Clamp(Math.Round(ns), 0, MaxNs);
}
