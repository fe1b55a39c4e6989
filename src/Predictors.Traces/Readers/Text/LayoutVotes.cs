namespace Predictors.Traces.Readers.Text;

/// <summary>How many of a recording's first lines fit a format.</summary>
/// <param name="format">The format.</param>
internal sealed class LayoutVotes(LineFormat format)
{
    /// <summary>How many lines fit.</summary>
    public int Count { get; private set; }

    /// <summary>The layout of the first line that fits; null where none does.</summary>
    public TextLayout? Layout { get; private set; }

    /// <summary>Tries a line.</summary>
    public void Try(ReadOnlySpan<byte> line, long lineNumber)
    {
        LineResult result = format == LineFormat.Ftrace
            ? FtraceLine.Parse(line, out EventLine columns)
            : PerfScriptLine.Parse(line, out columns);
        if (result != LineResult.Unparsed)
        {
            Count++;
            Layout ??= new TextLayout(format, columns.Form, lineNumber);
        }
    }
}
