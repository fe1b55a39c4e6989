namespace Predictors.Traces.Readers.Text;

/// <summary>
/// Reads the columns of a line of <c>perf script</c>: <c>COMM PID[/TID] [CPU] [misc] TIME: [period] SYSTEM:NAME: text</c>.
/// </summary>
internal static class PerfScriptLine
{
    // A task's name may hold anything; perf pads it to this width, so that what looks like columns inside is passed over.
    private const int TaskWidth = 16;
    private const int MaxTaskBytes = 128;

    /// <summary>Reads a line's columns.</summary>
    public static LineResult Parse(ReadOnlySpan<byte> line, out EventLine e)
    {
        LineResult result = Search(line, TaskWidth, out e);
        return result == LineResult.Unparsed ? Search(line, 0, out e) : result;
    }

    private static LineResult Search(ReadOnlySpan<byte> line, int from, out EventLine e)
    {
        e = default;
        int end = Math.Min(line.Length, MaxTaskBytes);
        for (int at = from; at < end; at++)
        {
            if (line[at] == '[')
            {
                LineResult result = ParseAt(line, at, out e);
                if (result != LineResult.Unparsed)
                {
                    return result;
                }
            }
        }

        return LineResult.Unparsed;
    }

    private static LineResult ParseAt(ReadOnlySpan<byte> line, int bracket, out EventLine e)
    {
        e = default;
        int at = bracket + 1;
        if (!TryPid(line[..bracket], out e.Pid, out e.TaskEnd)
            || !Columns.TryNumber(line, ref at, out long cpu)
            || !Columns.Is(line, at, ']')
            || !Columns.Is(line, at + 1, ' '))
        {
            return LineResult.Unparsed;
        }

        at = SkipMisc(line, Columns.SkipBlanks(line, at + 1));
        if (!Columns.TryTime(line, ref at, out e.Time, out e.Form) || e.Form != TimeForm.Seconds)
        {
            return LineResult.Unparsed;
        }

        at = SkipPeriod(line, Columns.SkipBlanks(line, at));
        if (!TryName(line, at, ref e))
        {
            return LineResult.Unparsed;
        }

        e.Cpu = (int)Math.Min(cpu, int.MaxValue);
        return Columns.Check(cpu, e.Time);
    }

    // From the right: blanks, the thread, a slash and the process before it where both are printed, a blank or nothing.
    private static bool TryPid(ReadOnlySpan<byte> before, out int pid, out int taskEnd)
    {
        ReadOnlySpan<byte> column = before.TrimEnd((byte)' ');
        int start = column.LastIndexOf((byte)' ') + 1;
        column = column[start..];
        taskEnd = start;
        int thread = column.LastIndexOf((byte)'/') + 1;
        bool process = thread == 0 || TryId(column[..(thread - 1)], out _);
        return TryId(column[thread..], out pid) && process;
    }

    private static bool TryId(ReadOnlySpan<byte> text, out int id)
    {
        int at = Columns.Is(text, 0, '-') ? 1 : 0;
        bool read = Columns.TryNumber(text, ref at, out long number) && at == text.Length && number <= int.MaxValue;
        id = text.StartsWith("-"u8) ? Marks.NoTask : (int)number;
        return read;
    }

    private static int SkipMisc(ReadOnlySpan<byte> line, int at)
    {
        int end = at;
        while ((uint)end < (uint)line.Length && char.IsAsciiLetter((char)line[end]))
        {
            end++;
        }

        return Columns.SkipBlanks(line, end);
    }

    private static int SkipPeriod(ReadOnlySpan<byte> line, int at)
    {
        int end = at;
        return Columns.TryNumber(line, ref end, out _) && Columns.Is(line, end, ' ') ? Columns.SkipBlanks(line, end) : at;
    }

    private static bool TryName(ReadOnlySpan<byte> line, int at, ref EventLine e)
    {
        if (!Columns.TryName(line, at, ref e))
        {
            return false;
        }

        if (!Columns.Is(line, e.NameEnd + 1, ' ') && e.NameEnd + 1 < line.Length)
        {
            return Columns.TryName(line, e.NameEnd + 1, ref e);
        }

        return true;
    }
}
