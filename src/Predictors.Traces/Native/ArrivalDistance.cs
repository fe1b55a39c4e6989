using System.Numerics;
using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>
/// An instant near the arrival as it stands in a packed trace, such as the waker's: how far it lies from the arrival. 0 stands for
/// unknown; the sign is folded into the lowest bit.
/// </summary>
internal static class ArrivalDistance
{
    public static long Of(long timeNs, long arrivalNs)
    {
        long difference = timeNs - arrivalNs;
        return timeNs == IdleEntry.UnknownNs ? 0 : ((difference << 1) ^ (difference >> 63)) + 1;
    }

    public static long Undo(long stored, long arrivalNs)
    {
        long folded = stored - 1;
        return stored == 0 ? IdleEntry.UnknownNs : arrivalNs + ((long)((ulong)folded >> 1) ^ -(folded & 1));
    }

    /// <summary>Undoes a column in place.</summary>
    public static void Undo(Span<long> column, ReadOnlySpan<long> arrivalsNs)
    {
        int i = 0;
        for (; i <= column.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            var stored = new Vector<long>(column[i..]);
            Vector<long> folded = stored - Vector<long>.One;
            Vector<long> difference = Vector.ShiftRightLogical(folded, 1) ^ -(folded & Vector<long>.One);
            Vector.ConditionalSelect(
                Vector.Equals(stored, Vector<long>.Zero),
                new Vector<long>(IdleEntry.UnknownNs),
                new Vector<long>(arrivalsNs[i..]) + difference).CopyTo(column[i..]);
        }

        for (; i < column.Length; i++)
        {
            column[i] = Undo(column[i], arrivalsNs[i]);
        }
    }
}
