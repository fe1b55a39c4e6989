using System.Numerics;

namespace Predictors.Traces.Native;

/// <summary>Adds a number to narrow ones and writes them wide, several at once where the processor can.</summary>
internal static class Widening
{
    /// <summary>Widens 8 bits.</summary>
    /// <typeparam name="T">The wide number.</typeparam>
    /// <typeparam name="TWide">How vectors become as wide.</typeparam>
    public static void Add<T, TWide>(ReadOnlySpan<byte> narrow, T low, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
        where TWide : IWideVector<T>
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(narrow[i..]), out Vector<ushort> first, out Vector<ushort> second);
            TWide.Add(first, low, values[i..]);
            TWide.Add(second, low, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + T.CreateTruncating(narrow[i]);
        }
    }

    /// <summary>Widens 16 bits.</summary>
    /// <typeparam name="T">The wide number.</typeparam>
    /// <typeparam name="TWide">How vectors become as wide.</typeparam>
    public static void Add<T, TWide>(ReadOnlySpan<ushort> narrow, T low, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
        where TWide : IWideVector<T>
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            TWide.Add(new Vector<ushort>(narrow[i..]), low, values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + T.CreateTruncating(narrow[i]);
        }
    }

    /// <summary>Widens 32 bits to 64.</summary>
    public static void Add(ReadOnlySpan<uint> narrow, long low, Span<long> values)
    {
        int i = 0;
        for (; i <= narrow.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Wide64.Add(new Vector<uint>(narrow[i..]), low, values[i..]);
        }

        for (; i < narrow.Length; i++)
        {
            values[i] = low + narrow[i];
        }
    }

    /// <summary>Adds to numbers that are as wide already; the sums must fit.</summary>
    /// <typeparam name="T">The number.</typeparam>
    public static void Add<T>(ReadOnlySpan<T> numbers, T low, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(numbers[i..]) + new Vector<T>(low)).CopyTo(values[i..]);
        }

        for (; i < numbers.Length; i++)
        {
            values[i] = numbers[i] + low;
        }
    }
}
