using System.Runtime.CompilerServices;

namespace Predictors.IdlePath;

/// <summary>How deep a pCPU sleeps after a time asleep: 0 for no C-state, up to the number of C-states.</summary>
/// <remarks>Without branches: how long an idle period lasts is what nobody can predict.</remarks>
internal readonly struct SleepDepths
{
    private readonly long _firstNs;
    private readonly long _secondNs;
    private readonly long _thirdNs;
    private readonly bool _hasFurther;
    private readonly long[] _furtherNs;

    /// <summary>Takes the C-states.</summary>
    /// <param name="residenciesNs">The least time asleep of each, ascending.</param>
    public SleepDepths(long[] residenciesNs)
    {
        _firstNs = At(0);
        _secondNs = At(1);
        _thirdNs = At(2);
        _hasFurther = residenciesNs.Length > 3;
        _furtherNs = _hasFurther ? residenciesNs[3..] : [];

        // One less, so that a sleep that reaches it lies above; and a time that no sleep reaches, from which it can be taken within 64 bits.
        long At(int state) => state < residenciesNs.Length ? residenciesNs[state] - 1 : long.MaxValue;
    }

    /// <summary>The depth.</summary>
    /// <param name="asleepNs">The time asleep: 0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int After(long asleepNs)
    {
        int depth = Reached(asleepNs, _firstNs) + Reached(asleepNs, _secondNs) + Reached(asleepNs, _thirdNs);
        return _hasFurther ? depth + Further(asleepNs) : depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Reached(long asleepNs, long belowNs) => (int)((ulong)(belowNs - asleepNs) >> 63);

    private int Further(long asleepNs)
    {
        int depth = 0;
        foreach (long residencyNs in _furtherNs)
        {
            depth += Reached(asleepNs, residencyNs - 1);
        }

        return depth;
    }
}
