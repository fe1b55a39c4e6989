namespace Predictors.Traces.Readers.Text;

/// <summary>Tells a text recording's layout from its first lines.</summary>
internal static class TextDetection
{
    private const int LinesToTry = 200;

    /// <summary>Tells the layout.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="head">The file's first lines.</param>
    /// <returns>The layout that fits most of them.</returns>
    /// <exception cref="TraceFormatException">None fits any.</exception>
    public static TextLayout Detect(string path, ReadOnlyMemory<byte> head)
    {
        var ftrace = new LayoutVotes(LineFormat.Ftrace);
        var perf = new LayoutVotes(LineFormat.PerfScript);
        Utf8Lines lines = TextHead.Lines(head);
        KernelEvent mark = default;
        for (int tried = 0; tried < LinesToTry && lines.TryRead(out ReadOnlySpan<byte> line);)
        {
            if (!lines.TooLong && Marks.Read(line, ref mark) == LineResult.Unparsed)
            {
                tried++;
                ftrace.Try(line, lines.LineNumber);
                perf.Try(line, lines.LineNumber);
            }
        }

        TextLayout? layout = perf.Count > ftrace.Count ? perf.Layout : ftrace.Layout;
        return layout ?? throw new TraceFormatException(path, null, "No line of the file's beginning is an event line.");
    }
}
