namespace Predictors.Traces.Readers.Text;

/// <summary>How many of a recording's first lines fit a format.</summary>
/// <param name="format">The format.</param>
internal sealed class LayoutVotes(LineFormat format)
{
    private const int MaxKernelTaskBytes = 16;

    /// <summary>How many lines fit.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have a file's name before the task, as trace-cmd writes it for several files at once.</summary>
    public int Prefixed { get; private set; }

    /// <summary>The layout of the first line that fits; null where none does.</summary>
    public TextLayout? Layout { get; private set; }

    /// <summary>Tries a line.</summary>
    public void Try(ReadOnlySpan<byte> line, long lineNumber)
    {
        LineResult result = LineDecoder.ParseColumns(format, line, out EventLine columns);
        if (result == LineResult.Unparsed)
        {
            return;
        }

        Count++;
        Layout ??= new TextLayout(format, columns.Form, lineNumber);
        ReadOnlySpan<byte> task = line[..columns.TaskEnd].TrimStart((byte)' ');
        Prefixed += task.Length > MaxKernelTaskBytes && task.IndexOf(": "u8) >= 0 ? 1 : 0;
    }
}
