using System.Globalization;

namespace Predictors.Reporting;

/// <summary>Lengths of time for people: three significant digits and a unit.</summary>
public static class DurationText
{
    private static readonly (string Unit, double Ns)[] s_units = [("s", 1e9), ("ms", 1e6), ("us", 1e3)];

    /// <summary>Writes a length of time, such as <c>12.3 us</c>. Whole ns below 1 us; whole seconds from 1,000 s on.</summary>
    /// <param name="ns">The length in ns.</param>
    /// <returns>The text.</returns>
    public static string Format(double ns)
    {
        // Half a unit in the last digit below the unit is rounded up into it: 999.6 us is 1.00 ms.
        foreach ((string unit, double scale) in s_units)
        {
            if (Math.Abs(ns) >= 0.9995 * scale)
            {
                return Digits(ns / scale) + " " + unit;
            }
        }

        return ns.ToString("0", CultureInfo.InvariantCulture) + " ns";
    }

    private static string Digits(double value) => value.ToString(
        Math.Abs(value) switch { < 9.995 => "0.00", < 99.95 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);
}
