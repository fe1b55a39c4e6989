using System.Numerics;

namespace Predictors.Plugins.MlRegression.Features;

/// <summary>
/// The logarithm to base 2 of a length of time in ns, on a straight line between powers of two.
/// </summary>
/// <remarks>
/// At most 0.087 below the true logarithm, and exactly reversible. It takes a bit scan and one division, as a kernel
/// without floating-point functions would do it, and is the same on every machine, which the C library's is not.
/// </remarks>
internal static class LogLength
{
    private const float Max = 62;

    /// <summary>The logarithm of a length; lengths under 1 ns count as 1 ns.</summary>
    public static float FromNs(long ns)
    {
        ulong length = (ulong)Math.Max(ns, 1);
        int exponent = BitOperations.Log2(length);
        return (float)(exponent - 1 + ((double)length / (1UL << exponent)));
    }

    /// <summary>The length in ns whose logarithm is given, between 1 ns and 2^62 ns.</summary>
    public static double ToNs(float log)
    {
        double clamped = Math.Clamp(log, 0, Max);
        int exponent = (int)clamped;
        return (1 + clamped - exponent) * (1UL << exponent);
    }
}
