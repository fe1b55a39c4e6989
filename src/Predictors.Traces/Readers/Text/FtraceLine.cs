namespace Predictors.Traces.Readers.Text;

/// <summary>
/// Reads the columns of a line of ftrace text or <c>trace-cmd report</c>:
/// <c>TASK-PID [(TGID)] [CPU] [flags] TIME: [(+ns)] NAME: text</c>, in latency format with the CPU glued to the flags.
/// </summary>
internal static class FtraceLine
{
    // A task's name may hold anything, also what looks like the columns behind it. The kernel pads it to these widths,
    // so that the dash behind it nearly always stands there; other programs do not.
    private const int DashAfterPaddedTask = 16;
    private const int DashInLatencyFormat = 8;
    private const int MaxTaskBytes = 128;

    /// <summary>Reads a line's columns.</summary>
    public static LineResult Parse(ReadOnlySpan<byte> line, out EventLine e)
    {
        LineResult result = ParseFrom(line, DashAfterPaddedTask, out e);
        if (result == LineResult.Unparsed)
        {
            result = ParseFrom(line, DashInLatencyFormat, out e);
        }

        int end = Math.Min(line.Length, MaxTaskBytes);
        for (int dash = 1; dash < end && result == LineResult.Unparsed; dash++)
        {
            result = ParseFrom(line, dash, out e);
        }

        return result;
    }

    private static LineResult ParseFrom(ReadOnlySpan<byte> line, int dash, out EventLine e)
    {
        e = default;
        int at = dash + 1;
        if (!Columns.Is(line, dash, '-')
            || !Columns.TryNumber(line, ref at, out long pid)
            || pid > int.MaxValue
            || !TryProcess(line, ref at, out e.Process)
            || !TryCpuAndFlags(line, ref at, out long cpu, out e.InInterrupt)
            || !Columns.TryTime(line, ref at, out e.Time, out e.Form))
        {
            return LineResult.Unparsed;
        }

        at = SkipDifference(line, Columns.SkipBlanks(line, at));
        if (!Columns.TryName(line, at, ref e))
        {
            return LineResult.Unparsed;
        }

        e.TaskEnd = dash;
        e.Pid = (int)pid;
        e.Cpu = (int)Math.Min(cpu, int.MaxValue);
        return Columns.Check(cpu, e.Form == TimeForm.Ticks ? 0 : e.Time);
    }

    private static bool TryProcess(ReadOnlySpan<byte> line, ref int at, out int process)
    {
        process = 0;
        int column = Columns.SkipBlanks(line, at);
        if (!Columns.Is(line, column, '('))
        {
            bool blank = column > at;
            at = column;
            return blank;
        }

        column = Columns.SkipBlanks(line, column + 1);
        int digits = column;
        process = Columns.TryNumber(line, ref digits, out long id) && id <= int.MaxValue ? (int)id : 0;
        while (Columns.IsDigit(line, column) || Columns.Is(line, column, '-'))
        {
            column++;
        }

        at = Columns.SkipBlanks(line, column + 1);
        return Columns.Is(line, column, ')');
    }

    private static bool TryCpuAndFlags(ReadOnlySpan<byte> line, ref int at, out long cpu, out bool inInterrupt)
    {
        inInterrupt = false;
        bool bracket = Columns.Is(line, at, '[');
        at += bracket ? 1 : 0;
        if (!Columns.TryNumber(line, ref at, out cpu))
        {
            return false;
        }

        if (bracket)
        {
            if (!Columns.Is(line, at, ']') || !Columns.Is(line, at + 1, ' '))
            {
                return false;
            }

            at = Columns.SkipBlanks(line, at + 1);
            if (Columns.IsDigit(line, at))
            {
                return true;
            }
        }

        return TryFlags(line, ref at, out inInterrupt);
    }

    private static bool TryFlags(ReadOnlySpan<byte> line, ref int at, out bool inInterrupt)
    {
        int start = at;
        while ((uint)at < (uint)line.Length && (char.IsAsciiLetterOrDigit((char)line[at]) || line[at] == '.'))
        {
            at++;
        }

        inInterrupt = at - start > 2 && line[start + 2] != '.';
        bool flags = at - start is >= 4 and <= 7 && Columns.Is(line, at, ' ');
        at = Columns.SkipBlanks(line, at);
        return flags;
    }

    private static int SkipDifference(ReadOnlySpan<byte> line, int at)
    {
        if (!Columns.Is(line, at, '(') || !Columns.Is(line, at + 1, '+'))
        {
            return at;
        }

        int end = at + 2;
        return Columns.TryNumber(line, ref end, out _) && Columns.Is(line, end, ')') ? Columns.SkipBlanks(line, end + 1) : at;
    }
}
