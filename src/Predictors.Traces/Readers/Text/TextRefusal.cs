using System.Text;
using System.Text.RegularExpressions;

namespace Predictors.Traces.Readers.Text;

/// <summary>Says why a file can't be read as a text recording.</summary>
internal static class TextRefusal
{
    private const int LinesToTry = 200;
    private const byte ProtobufPacket = 0x0A;
    private const string Task = @"^ *\S.* -?\d+(/-?\d+)? +";
    private const string Name = @" +(\d+ +)?[\w-]+:[\w-]+:";

    // perf script's lines without a column: these run over at most 200 short pieces, once.
    private static readonly (Regex Line, string Reason)[] PerfWithout =
    [
        (Make(Task + @"[A-Za-z]* *\d+\.\d{6,9}:" + Name),
            "perf script printed no CPU column. Record with -a or -C, and print with perf script -F comm,pid,tid,cpu,time,event,trace --ns."),
        (Make(Task + @"\[\d+\] *[A-Za-z]*" + Name),
            "perf script printed no time column. Print with perf script -F comm,pid,tid,cpu,time,event,trace --ns."),
    ];

    /// <summary>Makes the exception for a file none of whose first lines is an event.</summary>
    public static TraceFormatException Of(string path, ReadOnlyMemory<byte> head)
    {
        if (head.IsEmpty)
        {
            return new TraceFormatException(path, null, "The file is empty, or its first line has no end within 4 MiB.");
        }

        if (head.Span.Contains((byte)0))
        {
            string binary = head.Span[0] == ProtobufPacket
                ? "Binary data that begins like a Perfetto trace, whose first packet is damaged or cut short."
                : "Binary data in a format that is not known.";
            return new TraceFormatException(path, null, binary);
        }

        Utf8Lines lines = TextHead.Lines(head);
        string? first = null;
        string firstPlace = "line 1";
        KernelEvent mark = default;
        for (int tried = 0; tried < LinesToTry && lines.TryRead(out ReadOnlySpan<byte> line);)
        {
            if (lines.TooLong || Marks.Read(line, ref mark) != LineResult.Unparsed)
            {
                continue;
            }

            tried++;
            string text = Encoding.UTF8.GetString(line);
            foreach ((Regex pattern, string reason) in PerfWithout)
            {
                if (pattern.IsMatch(text))
                {
                    return new TraceFormatException(path, $"line {lines.LineNumber}", reason);
                }
            }

            firstPlace = first is null ? $"line {lines.LineNumber}" : firstPlace;
            first ??= LineExcerpt.Of(line);
        }

        return first is null
            ? new TraceFormatException(path, null, "The file holds no events: only comments and headers, or lines that are too long.")
            : new TraceFormatException(
                path,
                firstPlace,
                $"An event line of ftrace, trace-cmd report, perf script or babeltrace2 was expected in the first {LinesToTry} lines; this one is: {first}");
    }

    private static Regex Make(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
