namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the columns of a line from left to right; each moves on behind what it read.</summary>
internal static class Columns
{
    private const int MaxSecondDigits = 10;

    /// <summary>Skips blanks.</summary>
    public static int SkipBlanks(ReadOnlySpan<byte> line, int at)
    {
        while ((uint)at < (uint)line.Length && line[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a digit stands at a place.</summary>
    public static bool IsDigit(ReadOnlySpan<byte> line, int at) => (uint)at < (uint)line.Length && (uint)(line[at] - '0') <= 9;

    /// <summary>Whether a character stands at a place.</summary>
    public static bool Is(ReadOnlySpan<byte> line, int at, char c) => (uint)at < (uint)line.Length && line[at] == c;

    /// <summary>Reads a number without a sign. One above 2^63-1 is read as that.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> line, ref int at, out long value)
    {
        int start = at;
        ulong sum = 0;
        uint digit;
        while ((uint)at < (uint)line.Length && (digit = (uint)(line[at] - '0')) <= 9)
        {
            sum = at - start < 18 ? (sum * 10) + digit : long.MaxValue;
            at++;
        }

        value = (long)sum;
        return at > start;
    }

    /// <summary>Reads a time: seconds with 6 to 9 decimals, microseconds with a delay mark, or ticks; and the colon behind it.</summary>
    public static bool TryTime(ReadOnlySpan<byte> line, ref int at, out long time, out TimeForm form)
    {
        int start = at;
        form = TimeForm.Ticks;
        if (!TryNumber(line, ref at, out time))
        {
            return false;
        }

        if (Is(line, at, '.'))
        {
            form = TimeForm.Seconds;
            int secondDigits = at - start;
            int decimals = ++at;
            if (!TryNumber(line, ref at, out long fraction) || at - decimals is < 6 or > 9)
            {
                return false;
            }

            for (int digits = at - decimals; digits < 9; digits++)
            {
                fraction *= 10;
            }

            time = secondDigits > MaxSecondDigits ? long.MaxValue : (time * 1_000_000_000) + fraction;
            time = time < 0 ? long.MaxValue : time;
        }
        else if (Is(line, at, 'u') && Is(line, at + 1, 's'))
        {
            form = TimeForm.Microseconds;
            time = time > long.MaxValue / 1000 ? long.MaxValue : time * 1000;
            at += 2;
            at += Is(line, at, ':') ? 0 : 1;
        }

        return Is(line, at++, ':');
    }

    /// <summary>Reads the event's name, the colon behind it and the blanks behind that.</summary>
    public static bool TryName(ReadOnlySpan<byte> line, int at, ref EventLine e)
    {
        e.NameStart = at;
        while ((uint)at < (uint)line.Length && line[at] is > (byte)' ' and < 0x7f and not (byte)':')
        {
            at++;
        }

        e.NameEnd = at;
        e.TextStart = SkipBlanks(line, at + 1);
        return at > e.NameStart && Is(line, at, ':');
    }

    /// <summary>Whether CPU and time are inside the limits.</summary>
    public static LineResult Check(long cpu, long time) =>
        cpu > TraceLimits.MaxVcpu ? LineResult.CpuOutOfRange
        : time > TraceLimits.MaxTimeNs ? LineResult.TimeOutOfRange
        : LineResult.Event;
}
