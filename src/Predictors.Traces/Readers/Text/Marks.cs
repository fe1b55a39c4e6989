namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the lines of a recording that are no event: losses, where a CPU's buffer begins, headers.</summary>
internal static class Marks
{
    /// <summary>The task of a mark: none.</summary>
    public const int NoTask = -1;

    /// <summary>Reads such a line.</summary>
    public static LineResult Read(ReadOnlySpan<byte> line, ref KernelEvent e)
    {
        if (line.StartsWith("CPU:"u8))
        {
            return Lost(line, ref e);
        }

        if (line.StartsWith("##### CPU "u8))
        {
            return Mark(line["##### CPU "u8.Length..], KernelEventKind.BufferStarted, -1, ref e);
        }

        bool header = line.StartsWith("#"u8)
            || line.TrimStart(" \t"u8).IsEmpty
            || line.StartsWith("cpus="u8)
            || line.StartsWith("version = "u8)
            || (line.StartsWith("CPU "u8) && line.EndsWith(" is empty"u8))
            || line.SequenceEqual("TRACE:"u8);
        return header ? LineResult.Ignored : LineResult.Unparsed;
    }

    // "CPU:1 [LOST 4044 EVENTS]", "CPU:1 [LOST EVENTS]"; trace-cmd writes "CPU:1 [4044 EVENTS DROPPED]".
    private static LineResult Lost(ReadOnlySpan<byte> line, ref KernelEvent e)
    {
        int bracket = line.IndexOf((byte)'[');
        if (bracket < 0)
        {
            return LineResult.Unparsed;
        }

        ReadOnlySpan<byte> words = line[(bracket + 1)..];
        bool lost = words.StartsWith("LOST "u8);
        int at = lost ? "LOST "u8.Length : 0;
        bool counted = Columns.TryNumber(words, ref at, out long count);
        words = words[at..].TrimStart((byte)' ');
        return words.SequenceEqual(lost ? "EVENTS]"u8 : "EVENTS DROPPED]"u8)
            ? Mark(line["CPU:"u8.Length..], KernelEventKind.LostEvents, counted ? count : -1, ref e)
            : LineResult.Unparsed;
    }

    private static LineResult Mark(ReadOnlySpan<byte> text, KernelEventKind kind, long value, ref KernelEvent e)
    {
        int at = 0;
        if (!Columns.TryNumber(text, ref at, out long cpu))
        {
            return LineResult.Unparsed;
        }

        e.Kind = kind;
        e.A = value;
        e.Pid = NoTask;
        e.Cpu = (int)Math.Min(cpu, int.MaxValue);
        return Columns.Check(cpu, 0);
    }
}
