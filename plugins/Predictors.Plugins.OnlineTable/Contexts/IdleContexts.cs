using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.Plugins.Contexts;

/// <summary>
/// The contexts of an idle entry: always the same one; the last idle length and the busy length; the time to the next timer and the busy
/// length; and the time to the next timer more finely. The second and the third are hashed to 16 cells each.
/// </summary>
internal struct IdleContexts
{
    /// <summary>How many contexts an idle entry has.</summary>
    public const int Levels = 4;

    /// <summary>How many contexts there are in all.</summary>
    public const int Count = FirstTimerStep + TimerSteps + 2;

    private const int Bits = 4;
    private const int FirstTimerStep = 1 + (2 << Bits);
    private const int TimerStepNs = 50_000;
    private const int TimerSteps = 60;

    private int _lastOctave;
    private Cells _cells;

    /// <summary>Sets the contexts of an idle period that begins.</summary>
    public void Enter(in IdleEntry entry)
    {
        long timerNs = entry.NextTimerNs;
        int busy = entry.BusyNs < 0 ? 127 : Octaves.Halves(entry.BusyNs);
        int timer = timerNs < 0 ? 0 : 1 + Octaves.Quarters(timerNs);
        int timerStep = timerNs < 0 ? 0 : 1 + (int)Math.Min(timerNs / TimerStepNs, TimerSteps);
        _cells[1] = Cell(1, (_lastOctave << 7) + busy);
        _cells[2] = Cell(2, (timer << 6) + (busy >> 1));
        _cells[3] = FirstTimerStep + timerStep;
    }

    /// <summary>Takes note of an idle period that ended.</summary>
    public void Exit(int arrivalNs) => _lastOctave = Octaves.Of(arrivalNs);

    /// <summary>The context of a level: 0 is the one that is always the same.</summary>
    public readonly int At(int level) => _cells[level];

    private static int Cell(int level, int key) => 1 + ((level - 1) << Bits) + (int)(((uint)key * 2_654_435_769u) >> (32 - Bits));

    [InlineArray(Levels)]
    private struct Cells
    {
        private int _first;
    }
}
