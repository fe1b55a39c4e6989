namespace Predictors.Plugins.MlRegression.Features;

/// <summary>
/// The logarithm to base 2 of a length of time in ns, on a straight line between powers of two.
/// </summary>
/// <remarks>
/// At most 0.087 below the true logarithm, and reversible. The bits of a floating-point number, read as an integer, are that line: exponent
/// first, then how far it is to the next power of two. It is the same on every machine, which the C library's logarithm is not.
/// </remarks>
internal static class LogLength
{
    private const float Max = 62;
    private const long OneBits = 1023L << 52;
    private const double PerFractionBit = 1.0 / (1L << 52);

    /// <summary>The logarithm of a length; lengths under 1 ns count as 1 ns.</summary>
    public static float FromNs(long ns)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Max(ns, 1));
        return (float)((bits - OneBits) * PerFractionBit);
    }

    /// <summary>The length in ns whose logarithm is given, between 1 ns and 2^62 ns.</summary>
    public static double ToNs(float log)
    {
        double clamped = Math.Clamp(log, 0, Max);
        int exponent = (int)clamped;
        return (1 + clamped - exponent) * (1UL << exponent);
    }
}
