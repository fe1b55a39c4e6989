using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Predictors.Traces.Native;

/// <summary>
/// One column of a chunk: the bytes per value (0, 1, 2, 4 or 8), the smallest value, and for each value the unsigned
/// distance from it. Where all values are equal nothing follows.
/// </summary>
internal static class ColumnCodec
{
    public const int PrefixBytes = 9;

    /// <summary>Appends a column of at least one value.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(ReadOnlySpan<long> values, Span<byte> to)
    {
        long low = long.MaxValue;
        long high = long.MinValue;
        foreach (long value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        int width = Width((ulong)high - (ulong)low);
        to[0] = (byte)width;
        BinaryPrimitives.WriteInt64LittleEndian(to[1..], low);
        Span<byte> data = to.Slice(PrefixBytes, width * values.Length);
        switch (width)
        {
            case 1:
                Narrow<byte>(values, low, data);
                break;
            case 2:
                Narrow<ushort>(values, low, data);
                break;
            case 4:
                Narrow<uint>(values, low, data);
                break;
            case 8:
                Narrow<ulong>(values, low, data);
                break;
        }

        return PrefixBytes + data.Length;
    }

    /// <summary>Reads a column of as many values as there is room for.</summary>
    /// <returns>How many bytes it took, or -1 where they are no such column.</returns>
    public static int Read(ReadOnlySpan<byte> from, Span<long> values)
    {
        if (!PackedColumn.TryOpen(from, values.Length, out PackedColumn column))
        {
            return -1;
        }

        column.CopyTo(values);
        return column.Bytes;
    }

    private static int Width(ulong range) => range switch
    {
        0 => 0,
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        <= uint.MaxValue => 4,
        _ => 8,
    };

    private static void Narrow<T>(ReadOnlySpan<long> values, long low, Span<byte> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<T> narrow = MemoryMarshal.Cast<byte, T>(to);
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = T.CreateTruncating(values[i] - low);
        }
    }
}
