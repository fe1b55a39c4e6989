using System.Buffers;

namespace Predictors.Traces.Readers.Text;

/// <summary>
/// Reads the columns of a line of <c>perf script</c>: <c>COMM PID[/TID] [CPU] [misc] TIME: [period] SYSTEM:NAME: text</c>.
/// </summary>
internal static class PerfScriptLine
{
    // A task's name may hold anything; perf pads it to this width, so that what looks like columns inside is passed over.
    private const int TaskWidth = 16;
    private const int MaxTaskBytes = 128;
    private const int StackIndent = 12;
    private const int MinAddressDigits = 5;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private static ReadOnlySpan<byte> Record => "PERF_RECORD_"u8;

    /// <summary>Reads a line's columns.</summary>
    public static LineResult Parse(ReadOnlySpan<byte> line, out EventLine e)
    {
        LineResult result = Search(line, TaskWidth, out e);
        return result == LineResult.Unparsed ? Search(line, 0, out e) : result;
    }

    /// <summary>Whether a line is a stack's: perf writes these behind the event where it recorded with <c>-g</c>.</summary>
    public static bool IsStack(ReadOnlySpan<byte> line)
    {
        int at = line.StartsWith("\t"u8) ? 1 : Columns.SkipBlanks(line, 0);
        bool indented = at >= StackIndent || line.StartsWith("\t"u8);
        at = Columns.SkipBlanks(line, at);
        int digits = line[Math.Min(at, line.Length)..].IndexOf((byte)' ');
        return indented && digits >= MinAddressDigits && !line.Slice(at, digits).ContainsAnyExcept(HexDigits);
    }

    /// <summary>
    /// Whether a line is one of perf's own records. <c>PERF_RECORD_LOST lost 12</c>, printed with
    /// <c>--show-lost-events</c>, is a mark; the others tell of no kernel event.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="e">The mark.</param>
    /// <param name="result">What the line is.</param>
    /// <returns>Whether it is such a record.</returns>
    public static bool TryRecord(ReadOnlySpan<byte> line, in EventLine columns, ref KernelEvent e, out LineResult result)
    {
        result = LineResult.Ignored;
        if (!line[columns.NameStart..].StartsWith(Record))
        {
            return false;
        }

        ReadOnlySpan<byte> text = line[columns.TextStart..];
        if (text.StartsWith("LOST"u8))
        {
            e.Kind = KernelEventKind.LostEvents;
            e.Cpu = columns.Cpu;
            e.Pid = Marks.NoTask;
            result = Fields.TryNumber(text, "lost "u8, out e.A) ? LineResult.Event : LineResult.Unparsed;
        }

        return true;
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
        if (!TryPid(line[..bracket], out e.Pid, out e.Process, out e.TaskEnd)
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
    private static bool TryPid(ReadOnlySpan<byte> before, out int pid, out int process, out int taskEnd)
    {
        ReadOnlySpan<byte> column = before.TrimEnd((byte)' ');
        int start = column.LastIndexOf((byte)' ') + 1;
        column = column[start..];
        taskEnd = start;
        int thread = column.LastIndexOf((byte)'/') + 1;
        process = 0;
        bool processRead = thread == 0 || TryId(column[..(thread - 1)], out process);
        process = Math.Max(0, process);
        return TryId(column[thread..], out pid) && processRead;
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
        if (line[Math.Min(at, line.Length)..].StartsWith(Record))
        {
            (e.NameStart, e.NameEnd, e.TextStart) = (at, at + Record.Length, at + Record.Length);
            return true;
        }

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
