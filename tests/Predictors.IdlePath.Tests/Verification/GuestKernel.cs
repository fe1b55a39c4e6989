using Predictors.Traces.Tests;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// A guest kernel with the haltpoll governor, written from the description of the kernel's rules and not from the
/// predictor: it idles for given lengths and writes what a recording of it would hold.
/// </summary>
internal sealed class GuestKernel(EventList events, int cpu)
{
    private ulong _limit;

    public required uint Max { get; init; }

    public required uint Grow { get; init; }

    public required uint GrowStart { get; init; }

    public required uint Shrink { get; init; }

    public required bool AllowShrink { get; init; }

    /// <summary>Whether a limit that shrinks below the start is reset (6.12) or kept (6.1).</summary>
    public required bool ShrinkResets { get; init; }

    /// <summary>Idles until the wake-up: polls first unless the limit is 0, then halts.</summary>
    public void Idle(long lengthNs)
    {
        if (_limit > 0)
        {
            bool timedOut = (ulong)lengthNs > _limit;
            events.Reflect(0, timedOut ? (long)_limit + 700 : lengthNs, (long)_limit, cpu);
            lengthNs -= (long)_limit + 700;
            if (!timedOut || lengthNs <= 0)
            {
                return;
            }
        }

        events.Reflect(1, lengthNs, (long)_limit, cpu);
        Adjust((ulong)lengthNs);
    }

    private void Adjust(ulong haltedNs)
    {
        ulong old = _limit;
        if (old < haltedNs && haltedNs <= Max)
        {
            ulong grown = (old * Grow) & 0xFFFF_FFFF;
            if (grown < GrowStart)
            {
                grown = GrowStart;
            }

            if (grown > Max)
            {
                grown = Max;
            }

            _limit = grown;
            events.GuestWindow((long)_limit, (long)old, cpu);
        }

        if (haltedNs > Max && AllowShrink)
        {
            if (Shrink == 0)
            {
                _limit = 0;
            }
            else
            {
                _limit = old / Shrink;
                if (ShrinkResets && _limit < GrowStart)
                {
                    _limit = 0;
                }
            }

            events.GuestWindow((long)_limit, (long)old, cpu);
        }
    }
}
