using System.Numerics;

namespace Predictors.Plugins.Contexts;

/// <summary>Lengths of time on a scale of octaves, in integer arithmetic.</summary>
internal static class Octaves
{
    /// <summary>The octave of a length; lengths below 1 ns count as 1 ns.</summary>
    public static int Of(long ns) => BitOperations.Log2((ulong)Math.Max(ns, 1));

    /// <summary>The half octave, split in the middle of the octave.</summary>
    public static int Halves(long ns) => Parts(ns, 1);

    /// <summary>The quarter octave, of four equal widths to an octave.</summary>
    public static int Quarters(long ns) => Parts(ns, 2);

    private static int Parts(long ns, int bits)
    {
        ulong length = (ulong)Math.Max(ns, 1) << bits;
        int octave = BitOperations.Log2(length) - bits;
        return (octave << bits) + (int)((length >> octave) & ((1u << bits) - 1));
    }
}
