using System.Numerics;

namespace Predictors.Traces.Native;

/// <summary>Vectors of 64 bits.</summary>
internal readonly struct Wide64 : IWideVector<long>
{
    public static void Add(Vector<ushort> narrow, long low, Span<long> values)
    {
        Vector.Widen(narrow, out Vector<uint> first, out Vector<uint> second);
        Add(first, low, values);
        Add(second, low, values[Vector<uint>.Count..]);
    }

    /// <summary>Widens 32 bits.</summary>
    public static void Add(Vector<uint> narrow, long low, Span<long> values)
    {
        Vector.Widen(narrow, out Vector<ulong> first, out Vector<ulong> second);
        (Vector.AsVectorInt64(first) + new Vector<long>(low)).CopyTo(values);
        (Vector.AsVectorInt64(second) + new Vector<long>(low)).CopyTo(values[Vector<long>.Count..]);
    }
}
