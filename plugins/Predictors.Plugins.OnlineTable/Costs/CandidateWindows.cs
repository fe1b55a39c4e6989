using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Predictors.Plugins.Costs;

/// <summary>The windows between which is decided: fourteen multiples of a unit, and two that depend on the next timer.</summary>
/// <remarks>
/// The unit is the time between two looks at the clock, or a sixteenth of what the deepest sleep costs at an exchange rate of 1 where that
/// is more. Of the windows that depend on the next timer one lasts until after it, the other ends just so early that the sleep until
/// then does not reach the deepest state.
/// </remarks>
internal sealed class CandidateWindows
{
    /// <summary>How many windows there are.</summary>
    public const int Count = 16;

    private const int UntilTimer = Count - 2;
    private const int NotTooDeep = Count - 1;

    // A timer that fires a little later than said must still be caught, or not lead too deep.
    private const int SlackNs = 4_000;

    private readonly int[] _pollNs = new int[Count];
    private readonly int _granularityNs;
    private readonly int _tooDeepNs;
    private readonly int _farthestNs;

    public CandidateWindows(OutcomeCosts costs)
    {
        _granularityNs = Math.Max(1, costs.GranularityNs);
        int unitNs = Math.Max(_granularityNs, costs.DeepestNs / 16 / _granularityNs * _granularityNs);
        ReadOnlySpan<byte> multiples = [0, 1, 2, 3, 5, 8, 12, 18, 28, 36, 40, 46, 56, 100];
        for (int i = 0; i < multiples.Length; i++)
        {
            _pollNs[i] = (int)Math.Min((long)multiples[i] * unitNs, 1 << 29);
        }

        _farthestNs = Math.Min(2 * _pollNs[UntilTimer - 1], 1 << 29);
        _tooDeepNs = costs.Steps > 1 ? costs.FromNs[^1] + costs.HaltEntryNs + costs.TickStopNs(tickRuns: true) : int.MaxValue;
    }

    /// <summary>The windows as they are, without those that depend on the timer.</summary>
    public ReadOnlySpan<int> PollNs => _pollNs;

    /// <summary>Sets the windows that depend on the next timer.</summary>
    public void LookAtTimer(Span<int> pollNs, long nextTimerNs)
    {
        pollNs[UntilTimer] = 0;
        pollNs[NotTooDeep] = 0;
        if (nextTimerNs >= 0 && nextTimerNs < _farthestNs)
        {
            int timerNs = (int)nextTimerNs + SlackNs;
            pollNs[UntilTimer] = RoundUp(timerNs);
            pollNs[NotTooDeep] = timerNs > _tooDeepNs ? RoundUp(timerNs - _tooDeepNs) : 0;
        }
    }

    /// <summary>The window that polls for so long.</summary>
    public long WindowNs(int pollNs) => _granularityNs > 1 && pollNs > 0 ? pollNs - 1 : pollNs;

    /// <summary>What each window would have cost in an idle period.</summary>
    /// <param name="costs">The machine.</param>
    /// <param name="pollNs">The windows.</param>
    /// <param name="arrivalNs">When the wake-up arrived: 1 or more.</param>
    /// <param name="row">Its row.</param>
    /// <param name="tickRuns">Whether the tick ran at the entry.</param>
    /// <param name="costNs">Is set to the cost of each.</param>
    public static void Cost(OutcomeCosts costs, ReadOnlySpan<int> pollNs, int arrivalNs, int row, bool tickRuns, Span<int> costNs)
    {
        int entryNs = costs.TickStopNs(tickRuns) + costs.HaltEntryNs;
        ReadOnlySpan<int> deeperNs = costs.DeeperNs(row);
        ReadOnlySpan<int> fromNs = costs.FromNs;
        Vector256<int> arrival = Vector256.Create(arrivalNs);
        Vector256<int> caught = Vector256.Create(arrivalNs + costs.CaughtNs(row));
        ref int polls = ref MemoryMarshal.GetReference(pollNs[..Count]);
        ref int result = ref MemoryMarshal.GetReference(costNs[..Count]);
        for (nuint i = 0; i < Count; i += (nuint)Vector256<int>.Count)
        {
            Vector256<int> poll = Vector256.LoadUnsafe(ref polls, i);
            Vector256<int> asleep = arrival - poll - Vector256.Create(entryNs);
            Vector256<int> halted = poll + Vector256.Create(entryNs + deeperNs[0]);
            for (int step = 1; step < deeperNs.Length; step++)
            {
                halted += Vector256.Create(deeperNs[step]) & Vector256.GreaterThanOrEqual(asleep, Vector256.Create(fromNs[step]));
            }

            Vector256.ConditionalSelect(Vector256.LessThanOrEqual(arrival, poll), caught, halted).StoreUnsafe(ref result, i);
        }
    }

    private int RoundUp(int ns) => ((ns / _granularityNs) + 1) * _granularityNs;
}
