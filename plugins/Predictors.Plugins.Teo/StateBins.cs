using System.Runtime.CompilerServices;

namespace Predictors.Plugins.Teo;

/// <summary>Per made-up state: hits, wake-ups by the timer, and intercepts, wake-ups well before it.</summary>
/// <remarks>
/// Constants of the kernel: a wake-up adds 1024 (PULSE), and each update first takes an eighth off every count
/// (DECAY_SHIFT 3). Bin i covers idle lengths from the target residency of state i to that of the next one.
/// </remarks>
internal struct StateBins
{
    /// <summary>How many states there are.</summary>
    public const int Count = 7;

    private const int Pulse = 1024;
    private const int DecayShift = 3;

    private Bins _hits;
    private Bins _intercepts;
    private int _total;
    private int _short;
    private int _tickIntercepts;

    /// <summary>Whether at least half of the wake-ups came after a short time.</summary>
    public readonly bool ShortPrevail => 2 * _short >= _total;

    /// <summary>Whether more than five eighths of the wake-ups came before the timer and before the tick.</summary>
    public readonly bool TickInterceptsPrevail => 8 * _tickIntercepts > 5 * _total;

    private static ReadOnlySpan<int> Residencies => [0, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000];

    /// <summary>The target residency of a state, in ns.</summary>
    public static long ResidencyNs(int state) => Residencies[state];

    /// <summary>The deepest state whose target residency is not above a length.</summary>
    public static int DeepestWithin(long lengthNs)
    {
        int state = Count - 1;
        while (state > 0 && Residencies[state] > lengthNs)
        {
            state--;
        }

        return state;
    }

    /// <summary>Books a wake-up.</summary>
    /// <param name="timerNs">Time to the next timer at idle entry.</param>
    /// <param name="measuredNs">The idle length.</param>
    /// <param name="isShort">Whether the length counts as short.</param>
    /// <param name="beforeTick">Whether the wake-up came within a tick.</param>
    public void Learn(long timerNs, long measuredNs, bool isShort, bool beforeTick)
    {
        for (int i = 0; i < Count; i++)
        {
            _hits[i] -= _hits[i] >> DecayShift;
            _intercepts[i] -= _intercepts[i] >> DecayShift;
        }

        _tickIntercepts -= _tickIntercepts >> DecayShift;
        _short += (isShort ? Pulse : 0) - (_short >> DecayShift);
        _total += Pulse - (_total >> DecayShift);

        int byTimer = DeepestWithin(timerNs);
        int measured = Math.Min(byTimer, DeepestWithin(measuredNs));
        if (byTimer == measured)
        {
            _hits[byTimer] += Pulse;
        }
        else
        {
            _intercepts[measured] += Pulse;
            _tickIntercepts += beforeTick ? Pulse : 0;
        }
    }

    /// <summary>The deepest state, or a shallower one where most wake-ups come too early for it.</summary>
    /// <param name="tickStopped">Whether the tick is stopped: intercepts then lead to no state below the length of a tick, and all are.</param>
    public readonly int Candidate(bool tickStopped)
    {
        const int deepest = Count - 1;
        int intercepts = 0;
        int hits = 0;
        for (int i = 0; i < deepest; i++)
        {
            intercepts += _intercepts[i];
            hits += _hits[i];
        }

        if (tickStopped || 2 * intercepts <= _total - hits)
        {
            return deepest;
        }

        int sum = 0;
        for (int state = deepest - 1; state >= 0; state--)
        {
            sum += _intercepts[state];
            if (2 * sum > intercepts)
            {
                return state;
            }
        }

        // The counts are rounded apart from their total: there may be no intercepts at all.
        return deepest;
    }

    [InlineArray(Count)]
    private struct Bins
    {
        private int _first;
    }
}
