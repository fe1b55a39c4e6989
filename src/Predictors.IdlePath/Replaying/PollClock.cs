using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Predictors.IdlePath;

/// <summary>How long the guest's poll loop really polls: it looks at the clock only now and then.</summary>
/// <remarks>
/// A division per idle period would be half of what the period costs: the last window is remembered, since a window often stays, and
/// the quotient is a multiplication.
/// </remarks>
internal struct PollClock
{
    // Up to here, and with a check interval of at most 2^30 ns, the multiplication gives the exact quotient.
    private const long MaxExactNs = 1L << 34;

    private readonly long _checkNs;
    private readonly ulong _reciprocal;
    private long _windowNs;
    private long _pollNs;

    /// <summary>Takes the loop.</summary>
    /// <param name="checkNs">The time between two looks at the clock: 0 (the clock is always looked at) to 2^30 ns.</param>
    public PollClock(long checkNs)
    {
        _checkNs = checkNs;
        _reciprocal = checkNs > 1 ? (ulong.MaxValue / (ulong)checkNs) + 1 : 0;
    }

    /// <summary>The time between two looks at the clock, in ns.</summary>
    public readonly long CheckNs => _checkNs;

    /// <summary>How long a poll of a window lasts where nothing comes.</summary>
    /// <param name="windowNs">The window: 0 or more.</param>
    /// <returns>The first look at the clock after the window; 0 for no window.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long PollNs(long windowNs)
    {
        if (windowNs != _windowNs)
        {
            Look(windowNs);
        }

        return _pollNs;
    }

    private void Look(long windowNs)
    {
        _windowNs = windowNs;
        _pollNs = _reciprocal == 0 || windowNs >= MaxExactNs ? Divided(windowNs)
            : windowNs == 0 ? 0
            : ((long)High((ulong)windowNs, _reciprocal) + 1) * _checkNs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong High(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    private readonly long Divided(long windowNs) =>
        windowNs == 0 || _checkNs == 0 ? windowNs : ((windowNs / _checkNs) + 1) * _checkNs;
}
