using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Containers;

/// <summary>
/// The ftrace text inside an HTML file made by systrace: in script blocks of the class <c>trace-data</c> from a line
/// <c># tracer:</c> on, or in older files in the JavaScript string <c>linuxPerfData</c>. Every other line becomes an
/// empty one, so that line numbers stay those of the file.
/// </summary>
/// <param name="html">The file.</param>
internal sealed class HtmlTraceText(Stream html) : ReadOnlyStream
{
    private readonly Utf8Lines _lines = new(html, 1 << 16);
    private byte[] _line = new byte[256];
    private int _start;
    private int _end;
    private Part _part;

    private enum Part
    {
        Viewer,
        Block,
        Text,
        Script,
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && (_start < _end || Next()))
        {
            int length = Math.Min(_end - _start, buffer.Length - count);
            _line.AsSpan(_start, length).CopyTo(buffer[count..]);
            _start += length;
            count += length;
        }

        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            html.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Next()
    {
        if (!_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        (_start, _end) = (0, 0);
        switch (_part)
        {
            case Part.Viewer:
                _part = line.IndexOf("class=\"trace-data\""u8) >= 0 ? Part.Block
                    : line.IndexOf("linuxPerfData = \"\\"u8) >= 0 ? Part.Script
                    : Part.Viewer;
                break;
            case Part.Script:
                Unescape(line);
                break;
            default:
                InBlock(line);
                break;
        }

        Put((byte)'\n');
        return true;
    }

    private void InBlock(ReadOnlySpan<byte> line)
    {
        if (line.TrimStart((byte)' ').StartsWith("</script>"u8))
        {
            _part = Part.Viewer;
        }
        else if (_part == Part.Text || line.StartsWith("# tracer:"u8))
        {
            _part = Part.Text;
            foreach (byte value in line)
            {
                Put(value);
            }

            KeepTooLong();
        }
    }

    // The string's lines end in "\n\"; the one that does not ends the string.
    private void Unescape(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.EndsWith("\\n\\"u8) ? line[..^3] : line.TrimEnd((byte)'\\');
        for (int i = 0; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] != '\\')
            {
                Put(text[i]);
            }
            else if (++i < text.Length)
            {
                Put(text[i] == 't' ? (byte)'\t' : text[i]);
            }
        }

        _part = _lines.TooLong || line.EndsWith("\\"u8) ? Part.Script : Part.Viewer;
        KeepTooLong();
    }

    // Who reads the text sees that the line was too long.
    private void KeepTooLong()
    {
        while (_lines.TooLong && _end <= TraceLimits.MaxLineBytes)
        {
            Put((byte)' ');
        }
    }

    private void Put(byte value)
    {
        if (_end == _line.Length)
        {
            Array.Resize(ref _line, _line.Length * 2);
        }

        _line[_end++] = value;
    }
}
