using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Sums over consecutive segments of a chunk, eight at a time.</summary>
/// <param name="EntriesNs">The sum of the entries, modulo 2^64: only differences of such sums have a meaning.</param>
/// <param name="ExitsNs">The sum of the exits, modulo 2^64.</param>
/// <param name="ArrivalsNs">The sum of the arrivals, modulo 2^64.</param>
/// <param name="HasGap">Whether a segment comes after a gap.</param>
internal readonly record struct SegmentSums(long EntriesNs, long ExitsNs, long ArrivalsNs, bool HasGap)
{
    public static SegmentSums Of(SegmentChunk chunk, int from, int to)
    {
        ReadOnlySpan<long> entries = chunk.EntryNs.AsSpan(from, to - from);
        ReadOnlySpan<long> exits = chunk.ExitNs.AsSpan(from, to - from);
        ReadOnlySpan<long> arrivals = chunk.ArrivalNs.AsSpan(from, to - from);
        ReadOnlySpan<byte> flags = MemoryMarshal.AsBytes(chunk.Flags.AsSpan(from, to - from));
        ref long firstEntry = ref MemoryMarshal.GetReference(entries);
        ref long firstExit = ref MemoryMarshal.GetReference(exits);
        ref long firstArrival = ref MemoryMarshal.GetReference(arrivals);
        Vector512<long> entrySums = Vector512<long>.Zero;
        Vector512<long> exitSums = Vector512<long>.Zero;
        Vector512<long> arrivalSums = Vector512<long>.Zero;
        Vector64<byte> seen = Vector64<byte>.Zero;
        int i = 0;
        for (; i <= entries.Length - Vector512<long>.Count; i += Vector512<long>.Count)
        {
            entrySums += Vector512.LoadUnsafe(ref firstEntry, (nuint)i);
            exitSums += Vector512.LoadUnsafe(ref firstExit, (nuint)i);
            arrivalSums += Vector512.LoadUnsafe(ref firstArrival, (nuint)i);
            seen |= Vector64.LoadUnsafe(ref MemoryMarshal.GetReference(flags), (nuint)i);
        }

        (long entriesNs, long exitsNs, long arrivalsNs) = (Vector512.Sum(entrySums), Vector512.Sum(exitSums), Vector512.Sum(arrivalSums));
        bool hasGap = (seen & Vector64.Create((byte)SegmentFlags.AfterGap)) != Vector64<byte>.Zero;
        for (; i < entries.Length; i++)
        {
            unchecked
            {
                entriesNs += entries[i];
                exitsNs += exits[i];
                arrivalsNs += arrivals[i];
            }

            hasGap |= (flags[i] & (byte)SegmentFlags.AfterGap) != 0;
        }

        return new SegmentSums(entriesNs, exitsNs, arrivalsNs, hasGap);
    }
}
