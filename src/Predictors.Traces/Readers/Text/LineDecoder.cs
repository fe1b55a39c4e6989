namespace Predictors.Traces.Readers.Text;

/// <summary>Decodes the lines of one recording.</summary>
/// <param name="layout">How its lines are laid out.</param>
/// <param name="clockHz">Ticks per second, where the time column holds ticks.</param>
internal sealed class LineDecoder(TextLayout layout, long clockHz)
{
    private const long NsPerSecond = 1_000_000_000;
    private const long DayNs = 86_400 * NsPerSecond;
    private readonly RunningTasks _running = new();
    private long _midnightNs;
    private long _lastNs;

    /// <summary>The names of the events that were met.</summary>
    public EventNames Names { get; } = new();

    /// <summary>Reads the columns of a line that is laid out in a way.</summary>
    public static LineResult ParseColumns(LineFormat format, ReadOnlySpan<byte> line, out EventLine columns) => format switch
    {
        LineFormat.Ftrace => FtraceLine.Parse(line, out columns),
        LineFormat.PerfScript => PerfScriptLine.Parse(line, out columns),
        _ => BabeltraceLine.Parse(line, out columns),
    };

    /// <summary>Decodes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="e">The event, where it is one; its place is not set, nor the time of a mark.</param>
    /// <param name="name">The event's name; null for a mark.</param>
    /// <returns>What the line is.</returns>
    public LineResult Decode(ReadOnlySpan<byte> line, out KernelEvent e, out EventName? name)
    {
        e = default;
        name = null;
        if (line.Length == 0 || line[0] == '#')
        {
            return Marks.Read(line, ref e);
        }

        LineResult result = ParseColumns(layout.Format, line, out EventLine columns);
        if (result == LineResult.Unparsed)
        {
            result = Marks.Read(line, ref e);
            return result == LineResult.Unparsed && layout.Format == LineFormat.PerfScript && PerfScriptLine.IsStack(line)
                ? LineResult.Ignored
                : result;
        }

        if (result != LineResult.Event)
        {
            return result;
        }

        if (columns.Form != layout.Form)
        {
            return LineResult.Unparsed;
        }

        e.TimeNs = columns.Form switch
        {
            TimeForm.Ticks => FromTicks(columns.Time),
            TimeForm.TimeOfDay => SinceFirstMidnight(columns.Time),
            _ => columns.Time,
        };
        if (e.TimeNs > TraceLimits.MaxTimeNs)
        {
            return LineResult.TimeOutOfRange;
        }

        if (layout.Format == LineFormat.PerfScript && PerfScriptLine.TryRecord(line, in columns, ref e, out result))
        {
            return result;
        }

        name = Names.Find(line[columns.NameStart..columns.NameEnd]);
        e.Kind = name.Kind;
        e.Cpu = columns.Cpu;
        e.Pid = columns.Pid;
        e.Process = columns.Process;
        e.InInterrupt = columns.InInterrupt;
        ReadOnlySpan<byte> text = line[Math.Min(columns.TextStart, line.Length)..];
        if (layout.Format != LineFormat.Babeltrace)
        {
            return EventFields.Read(text, ref e);
        }

        result = BabeltraceFields.Read(text, ref e);
        if (result == LineResult.Event)
        {
            _running.Follow(ref e);
        }

        return result;
    }

    // Events of several CPUs are in order, so that a time far back is one of the next day.
    private long SinceFirstMidnight(long timeNs)
    {
        if (timeNs + _midnightNs < _lastNs - (DayNs / 2))
        {
            _midnightNs += DayNs;
        }

        return _lastNs = timeNs + _midnightNs;
    }

    private long FromTicks(long ticks)
    {
        (long seconds, long rest) = Math.DivRem(ticks, clockHz);
        return seconds > TraceLimits.MaxTimeNs / NsPerSecond ? long.MaxValue : (seconds * NsPerSecond) + (rest * NsPerSecond / clockHz);
    }
}
