using System.Numerics;

namespace Predictors.Traces.Native;

/// <summary>Adds a number to narrow ones and writes them wide, several at once where the processor can.</summary>
internal static class Widening
{
    /// <summary>Widens 8 bits.</summary>
    public static void Add(ReadOnlySpan<byte> narrow, long low, Span<long> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(narrow[i..]), out Vector<ushort> first, out Vector<ushort> second);
            Store(first, low, values[i..]);
            Store(second, low, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Widens 16 bits.</summary>
    public static void Add(ReadOnlySpan<ushort> narrow, long low, Span<long> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Store(new Vector<ushort>(narrow[i..]), low, values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Widens 32 bits.</summary>
    public static void Add(ReadOnlySpan<uint> narrow, long low, Span<long> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Store(new Vector<uint>(narrow[i..]), low, values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Adds to numbers that are wide already.</summary>
    public static void Add(ReadOnlySpan<long> wide, long low, Span<long> values)
    {
        int i = 0;
        for (; i <= wide.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            (new Vector<long>(wide[i..]) + new Vector<long>(low)).CopyTo(values[i..]);
        }

        for (; i < wide.Length; i++)
        {
            values[i] = low + wide[i];
        }
    }

    /// <summary>Widens 8 bits to 32.</summary>
    public static void Add(ReadOnlySpan<byte> narrow, int low, Span<int> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(narrow[i..]), out Vector<ushort> first, out Vector<ushort> second);
            Store(first, low, values[i..]);
            Store(second, low, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Widens 16 bits to 32.</summary>
    public static void Add(ReadOnlySpan<ushort> narrow, int low, Span<int> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Store(new Vector<ushort>(narrow[i..]), low, values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Adds to 8 bits; the sums must fit.</summary>
    public static void Add(ReadOnlySpan<byte> narrow, byte low, Span<byte> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            (new Vector<byte>(narrow[i..]) + new Vector<byte>(low)).CopyTo(values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = (byte)(low + narrow[i]);
        }
    }

    private static void Store(Vector<ushort> narrow, int low, Span<int> values)
    {
        Vector.Widen(narrow, out Vector<uint> first, out Vector<uint> second);
        (Vector.AsVectorInt32(first) + new Vector<int>(low)).CopyTo(values);
        (Vector.AsVectorInt32(second) + new Vector<int>(low)).CopyTo(values[Vector<int>.Count..]);
    }

    private static void Store(Vector<ushort> narrow, long low, Span<long> values)
    {
        Vector.Widen(narrow, out Vector<uint> first, out Vector<uint> second);
        Store(first, low, values);
        Store(second, low, values[Vector<uint>.Count..]);
    }

    private static void Store(Vector<uint> narrow, long low, Span<long> values)
    {
        Vector.Widen(narrow, out Vector<ulong> first, out Vector<ulong> second);
        (Vector.AsVectorInt64(first) + new Vector<long>(low)).CopyTo(values);
        (Vector.AsVectorInt64(second) + new Vector<long>(low)).CopyTo(values[Vector<long>.Count..]);
    }
}
