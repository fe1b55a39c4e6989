namespace Predictors.Traces.Generators;

/// <summary>
/// Logarithm and exponential from IEEE 754 additions, multiplications and divisions alone. The framework's own call the
/// platform's library, whose last bits differ; these give the same bits everywhere.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double Sqrt2 = 1.41421356237309504880168872421;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const long MantissaMask = (1L << MantissaBits) - 1;

    /// <summary>The natural logarithm, to about 1e-16 of its value; series of the area tangent.</summary>
    /// <param name="x">A normal number above 0.</param>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> MantissaBits) - ExponentBias;
        double mantissa = BitConverter.Int64BitsToDouble((bits & MantissaMask) | ((long)ExponentBias << MantissaBits));
        if (mantissa > Sqrt2)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int odd = 21; odd >= 1; odd -= 2)
        {
            sum = (sum * square) + (1.0 / odd);
        }

        return (exponent * Ln2) + (2 * s * sum);
    }

    /// <summary>The exponential function, to about 1e-15 of its value; Taylor's series after the power of two is split off.</summary>
    /// <param name="x">A number from -700 to 700.</param>
    public static double Exp(double x)
    {
        double power = Math.Floor((x / Ln2) + 0.5);
        double rest = x - (power * Ln2);
        double sum = 1;
        for (int i = 16; i >= 1; i--)
        {
            sum = 1 + (rest * sum / i);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)power + ExponentBias) << MantissaBits);
    }
}
