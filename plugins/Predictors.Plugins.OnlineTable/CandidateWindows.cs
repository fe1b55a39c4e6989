namespace Predictors.Plugins.OnlineTable;

/// <summary>The poll windows between which the table decides: fractions and multiples of what a halt costs.</summary>
/// <remarks>
/// Lengths and costs are counted in units, 512 to a halt cost. The dearest outcome, the longest window and a halt, is
/// 9 x 512 = 4,608 units; with three bits of fraction it fits 16 bits.
/// </remarks>
internal static class CandidateWindows
{
    public const int UnitsPerHalt = 512;

    /// <summary>How many windows there are.</summary>
    public const int Count = 12;

    /// <summary>The windows in units, the shortest first.</summary>
    public static ReadOnlySpan<short> Units => [0, 48, 96, 144, 192, 256, 384, 512, 768, 1024, 2048, 4096];

    /// <summary>The longest length that a number of units stands for, in ns.</summary>
    public static long ToNs(int units, long haltCostNs) => units * haltCostNs / UnitsPerHalt;

    /// <summary>A length in units, rounded up: at most those of a window if the length is at most that window.</summary>
    public static int FromNs(long lengthNs, long haltCostNs)
    {
        long units = ((lengthNs * UnitsPerHalt) + haltCostNs - 1) / haltCostNs;
        return (int)Math.Min(units, 2 * Units[Count - 1]);
    }
}
