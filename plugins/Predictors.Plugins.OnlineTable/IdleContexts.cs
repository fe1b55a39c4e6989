using System.Numerics;
using Predictors.Abstractions;

namespace Predictors.Plugins.OnlineTable;

/// <summary>The contexts of an idle entry, from the shortest, which is always the same, to the longest.</summary>
internal struct IdleContexts
{
    public const int Levels = 4;

    private const int LastBits = 5;
    private const int BusyBits = 3;
    private const int PairBits = 7;
    private const int LongBits = 7;
    private const int PairFirst = 1 + (1 << LastBits);
    private const int LongFirst = PairFirst + (1 << PairBits);

    /// <summary>How many contexts there are in all.</summary>
    public const int Count = LongFirst + (1 << LongBits);

    private long _lastNs;
    private long _beforeLastNs;
    private WakeCause _cause;
    private int _last;
    private int _pair;
    private int _long;

    /// <summary>Sets the contexts of an idle period that begins.</summary>
    public void Enter(in IdleEntry entry)
    {
        int busy = Octave(entry.BusyNs, firstBit: 10) >> 1;
        int last = Octave(_lastNs, firstBit: 9);
        int beforeLast = Octave(_beforeLastNs, firstBit: 9);
        int timer = entry.NextTimerNs < 0 ? 15 : Octave(entry.NextTimerNs, firstBit: 12);
        _last = 1 + HalfOctave(_lastNs);
        _pair = PairFirst + (last << BusyBits) + busy;
        uint key = (uint)((((((((last << 4) + beforeLast) << BusyBits) + busy) << 3) + (int)_cause) << 4) + timer);
        _long = LongFirst + (int)((key * 2_654_435_769u) >> (32 - LongBits));
    }

    /// <summary>Takes note of an idle period that ended.</summary>
    public void Exit(long lengthNs, WakeCause cause)
    {
        _beforeLastNs = _lastNs;
        _lastNs = lengthNs;
        _cause = cause;
    }

    /// <summary>The context of a level: 0 is the shortest.</summary>
    public readonly int At(int level) => level switch
    {
        0 => 0,
        1 => _last,
        2 => _pair,
        _ => _long,
    };

    /// <summary>The octave of a length, 0 to 15; 0 up to 2^(firstBit + 1) ns.</summary>
    private static int Octave(long ns, int firstBit) =>
        Math.Clamp(BitOperations.Log2((ulong)Math.Max(ns, 1)) - firstBit, 0, 15);

    /// <summary>The half octave of a length, 0 to 31; 0 up to 768 ns.</summary>
    private static int HalfOctave(long ns)
    {
        ulong length = (ulong)Math.Max(ns, 1 << 9);
        int octave = BitOperations.Log2(length);
        int upper = (int)(length >> (octave - 1)) & 1;
        return Math.Min((2 * (octave - 9)) + upper, (1 << LastBits) - 1);
    }
}
