namespace Predictors.Traces.Readers.Text;

/// <summary>Tells a text recording's layout from its first lines.</summary>
internal static class TextDetection
{
    private const int LinesToTry = 200;

    /// <summary>Tells the layout.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="head">The file's first lines.</param>
    /// <returns>The layout that fits most of them.</returns>
    /// <exception cref="TraceFormatException">None fits any, or it is one that can't be replayed.</exception>
    public static TextLayout Detect(string path, ReadOnlyMemory<byte> head)
    {
        var ftrace = new LayoutVotes(LineFormat.Ftrace);
        var perf = new LayoutVotes(LineFormat.PerfScript);
        var babeltrace = new LayoutVotes(LineFormat.Babeltrace);
        Utf8Lines lines = TextHead.Lines(head);
        KernelEvent mark = default;
        bool fromTraceCmd = false;
        for (int tried = 0; tried < LinesToTry && lines.TryRead(out ReadOnlySpan<byte> line);)
        {
            fromTraceCmd |= line.StartsWith("cpus="u8) || line.StartsWith("version = "u8);
            if (!lines.TooLong && Marks.Read(line, ref mark) == LineResult.Unparsed)
            {
                tried++;
                ftrace.Try(line, lines.LineNumber);
                perf.Try(line, lines.LineNumber);
                babeltrace.Try(line, lines.LineNumber);
            }
        }

        if (ftrace.Count > 0 && ftrace.Prefixed == ftrace.Count)
        {
            throw new TraceFormatException(
                path,
                $"line {ftrace.Layout!.FirstEventLine}",
                "Every line begins with a file's name, as trace-cmd report writes several files at once. Give each file a report of its own.");
        }

        LayoutVotes best = perf.Count > ftrace.Count ? perf : ftrace;
        best = babeltrace.Count > best.Count ? babeltrace : best;
        return best.Layout is { } layout ? layout with { FromTraceCmd = fromTraceCmd } : throw TextRefusal.Of(path, head);
    }
}
