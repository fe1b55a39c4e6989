using System.Globalization;

namespace Predictors.Abstractions;

/// <summary>Lengths of time as people write them: <c>800ns</c>, <c>50us</c>, <c>1.5ms</c>, <c>2s</c>.</summary>
public static class Duration
{
    private static readonly (string Unit, long Ns)[] s_units =
        [("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("min", 60_000_000_000), ("h", 3_600_000_000_000)];

    /// <summary>Reads a length of time: a number and its unit (ns, us, ms, s, min, h); a bare 0 is accepted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ns">The length in ns.</param>
    /// <returns>Whether the text is a length of time of 0 ns or more that is a whole number of ns and fits into 64 bits.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long ns)
    {
        ns = 0;
        int digits = text.TrimEnd("abcdefghijklmnopqrstuvwxyz").Length;
        ReadOnlySpan<char> unit = text[digits..];
        if (!decimal.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return false;
        }

        if (unit.IsEmpty)
        {
            return number == 0;
        }

        foreach ((string name, long scale) in s_units)
        {
            if (unit.SequenceEqual(name))
            {
                if (number > long.MaxValue / scale)
                {
                    return false;
                }

                decimal exact = number * scale;
                ns = (long)exact;
                return ns == exact;
            }
        }

        return false;
    }

    /// <summary>Writes a length of time in the largest unit that leaves it a whole number.</summary>
    /// <param name="ns">The length in ns, 0 or more.</param>
    /// <returns>Text that <see cref="TryParse"/> reads back to the same value, such as <c>200us</c>.</returns>
    public static string Format(long ns)
    {
        string unit = "ns";
        long scale = 1;
        foreach ((string name, long candidate) in s_units.AsSpan(0, 4))
        {
            if (ns != 0 && ns % candidate == 0)
            {
                (unit, scale) = (name, candidate);
            }
        }

        return (ns / scale).ToString(CultureInfo.InvariantCulture) + unit;
    }
}
