using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Predictors.Traces.Native;

/// <summary>Looks at whole columns, several values at once where the processor can, and says yes or no.</summary>
internal static class ColumnChecks
{
    /// <summary>Whether no value is greater than the one at the same place of another column.</summary>
    public static bool AllAtMost(ReadOnlySpan<long> values, ReadOnlySpan<long> bounds)
    {
        Vector<long> above = default;
        int i = 0;
        for (; i <= values.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            above |= Vector.GreaterThan(new Vector<long>(values[i..]), new Vector<long>(bounds[i..]));
        }

        bool found = above != default;
        for (; i < values.Length; i++)
        {
            found |= values[i] > bounds[i];
        }

        return !found;
    }

    /// <summary>Whether all have the bits that they must, none one that it must not, and no pair that excludes itself.</summary>
    public static bool AllFit(ReadOnlySpan<SegmentFlags> flags, SegmentFlags allowed, SegmentFlags required, SegmentFlags pair, SegmentFlags otherPair)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(flags);
        Vector<byte> wrong = default;
        int i = 0;
        for (; i <= bytes.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var some = new Vector<byte>(bytes[i..]);
            wrong |= (some & new Vector<byte>((byte)~allowed))
                | (~some & new Vector<byte>((byte)required))
                | Vector.Equals(some & new Vector<byte>((byte)pair), new Vector<byte>((byte)pair))
                | Vector.Equals(some & new Vector<byte>((byte)otherPair), new Vector<byte>((byte)otherPair));
        }

        bool found = wrong != default;
        for (; i < flags.Length; i++)
        {
            found |= (flags[i] & ~allowed) != 0 | (flags[i] & required) != required | (flags[i] & pair) == pair | (flags[i] & otherPair) == otherPair;
        }

        return !found;
    }

    /// <summary>Whether two columns are equal wherever none of some bits is set.</summary>
    public static bool AllEqualWithout(SegmentFlags bits, ReadOnlySpan<SegmentFlags> flags, ReadOnlySpan<long> values, ReadOnlySpan<long> others)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(flags);
        ulong unequal = 0;
        int i = 0;
        for (; i <= flags.Length - sizeof(ulong); i += sizeof(ulong))
        {
            Vector128<byte> some = Vector128.CreateScalar(MemoryMarshal.Read<ulong>(bytes[i..])).AsByte();
            ulong without = Vector128.Equals(some & Vector128.Create((byte)bits), Vector128<byte>.Zero).ExtractMostSignificantBits();
            unequal |= without & ~Vector512.Equals(Vector512.Create(values[i..]), Vector512.Create(others[i..])).ExtractMostSignificantBits() & byte.MaxValue;
        }

        bool found = unequal != 0;
        for (; i < flags.Length; i++)
        {
            found |= (flags[i] & bits) == 0 & values[i] != others[i];
        }

        return !found;
    }
}
