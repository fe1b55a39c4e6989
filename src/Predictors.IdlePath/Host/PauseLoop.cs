namespace Predictors.IdlePath;

/// <summary>
/// Pause-loop exiting as Linux sets it up on Intel: a PAUSE loop exits once it has lasted for a window of 4096 cycles; each exit doubles the
/// window, which is reset when the vCPU is scheduled in again (6.12 arch/x86/kvm/vmx/vmx.c).
/// </summary>
/// <param name="exitNs">What an exit takes, in ns.</param>
internal struct PauseLoop(long exitNs)
{
    /// <summary>4096 cycles at 2.6 GHz.</summary>
    public const long FirstWindowNs = 1_575;

    private const long MaxWindowNs = 1L << 60;

    private long _windowNs = FirstWindowNs;

    /// <summary>The guest polls for a time, its exits included.</summary>
    /// <param name="pollNs">How long, in ns.</param>
    /// <returns>How many exits it has, how much of the time they take, and how much longer the last one takes than the poll.</returns>
    public (long Exits, long WithinNs, long BeyondNs) Poll(long pollNs)
    {
        (long exits, long withinNs) = (0, 0);
        long atNs = _windowNs;
        while (atNs < pollNs)
        {
            exits++;
            _windowNs = Math.Min(2 * _windowNs, MaxWindowNs);
            long endNs = atNs + exitNs;
            if (endNs > pollNs)
            {
                return (exits, withinNs + pollNs - atNs, endNs - pollNs);
            }

            withinNs += exitNs;
            atNs = endNs + _windowNs;
        }

        return (exits, withinNs, 0);
    }

    /// <summary>The vCPU was scheduled in.</summary>
    public void Reset() => _windowNs = FirstWindowNs;
}
