using System.Numerics;

namespace Predictors.Traces.Native;

/// <summary>Vectors of 32 bits.</summary>
internal readonly struct Wide32 : IWideVector<int>
{
    public static void Add(Vector<ushort> narrow, int low, Span<int> values)
    {
        Vector.Widen(narrow, out Vector<uint> first, out Vector<uint> second);
        (Vector.AsVectorInt32(first) + new Vector<int>(low)).CopyTo(values);
        (Vector.AsVectorInt32(second) + new Vector<int>(low)).CopyTo(values[Vector<int>.Count..]);
    }
}
