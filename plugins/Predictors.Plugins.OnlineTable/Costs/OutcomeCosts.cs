using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private readonly int[] _caughtLatencyNs = new int[Causes];
    private readonly int[] _haltedOverNs;
    private readonly int[] _laterNs;
    private readonly int _rowLength;
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
        _rowLength = (Steps + Vector128<int>.Count - 1) / Vector128<int>.Count * Vector128<int>.Count;
        _haltedOverNs = new int[Causes * _rowLength];
        _laterNs = new int[Causes * _rowLength];
        for (int cause = 0; cause < Causes; cause++)
        {
            WakeUpCost caught = machine.Caught[cause];
            _caughtLatencyNs[cause] = Clamp(caught.LatencyNs);
            int deeperFromNs = int.MaxValue;
            for (int step = Steps - 1; step >= 0; step--)
            {
                // Of several depths that the time halted allows it was the deepest.
                int latencyNs = LatencyNs(machine, step, cause);
                deeperFromNs = step == 0 ? 1 : Math.Min(deeperFromNs, Math.Max(1, latencyNs + HaltEntryNs + FromNs[step]));
                int before = step == 0 ? _caughtLatencyNs[cause] : LatencyNs(machine, step - 1, cause);
                _haltedOverNs[(cause * _rowLength) + step] = deeperFromNs - 1;
                _laterNs[(cause * _rowLength) + step] = latencyNs - before;
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

    /// <summary>
    /// When the wake-up arrived, counted from idle entry: what was observed less the way out of the poll or of the sleep. After a halt it is no
    /// earlier than half of the idle period, since a wake-up during the way into the halt is out sooner than one that ended a sleep.
    /// </summary>
    public int ArrivalNs(in IdleExit exit)
    {
        int cause = Math.Min((int)exit.Cause, Causes - 1);
        int idleNs = (int)Math.Clamp(exit.IdleNs, 0, 2 * MaxNs);
        int haltNs = (int)Math.Clamp(exit.HaltNs, 0, int.MaxValue);

        // Masks and no branches: whether it halted, and how deep the sleep was, is hard to foresee for the processor.
        ReadOnlySpan<int> overNs = _haltedOverNs.AsSpan(cause * _rowLength, _rowLength);
        ref int over = ref MemoryMarshal.GetReference(overNs);
        ref int later = ref MemoryMarshal.GetReference(_laterNs.AsSpan(cause * _rowLength, _rowLength));
        Vector128<int> moreNs = Vector128<int>.Zero;
        for (nuint step = 0; step < (nuint)overNs.Length; step += (nuint)Vector128<int>.Count)
        {
            moreNs += Vector128.LoadUnsafe(ref later, step) & Vector128.GreaterThan(Vector128.Create(haltNs), Vector128.LoadUnsafe(ref over, step));
        }

        int wakeNs = _caughtLatencyNs[cause] + Vector128.Sum(moreNs);
        int leastNs = (idleNs / 2) & (-haltNs >> 31);
        return Math.Clamp(Math.Max(idleNs - wakeNs, leastNs), 1, MaxNs);
    }

    private static int LatencyNs(MachineCosts machine, int step, int cause) => Clamp(machine.Sleeps[step].ByCause[cause].LatencyNs);

    private static int Clamp(double ns) => (int)Math.Clamp(Math.Round(ns), 0, MaxNs);
}
