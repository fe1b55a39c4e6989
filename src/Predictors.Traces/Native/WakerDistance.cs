using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>
/// The waker's instant as it stands in a packed trace: how far it lies from the arrival, which it mostly equals. 0 stands
/// for unknown; the sign is folded into the lowest bit.
/// </summary>
internal static class WakerDistance
{
    public static long Of(long wakerNs, long arrivalNs)
    {
        long difference = wakerNs - arrivalNs;
        return wakerNs == IdleEntry.UnknownNs ? 0 : ((difference << 1) ^ (difference >> 63)) + 1;
    }

    public static long Undo(long stored, long arrivalNs)
    {
        long folded = stored - 1;
        return stored == 0 ? IdleEntry.UnknownNs : arrivalNs + ((long)((ulong)folded >> 1) ^ -(folded & 1));
    }
}
