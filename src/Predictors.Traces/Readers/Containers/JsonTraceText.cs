using System.Text;
using Predictors.Traces.Compression;

namespace Predictors.Traces.Readers.Containers;

/// <summary>
/// The ftrace text inside Chrome's JSON: the string <c>systemTraceEvents</c>. The events of <c>traceEvents</c> are no
/// kernel events and are passed over.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="json">The file.</param>
internal sealed class JsonTraceText(string path, Stream json) : ReadOnlyStream
{
    private const int EndOfFile = -1;
    private const int EndOfString = -2;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly byte[] _character = new byte[4];
    private int _start;
    private int _end;
    private int _characterStart;
    private int _characterEnd;
    private bool _found;
    private bool _ended;

    private static ReadOnlySpan<byte> Key => "\"systemTraceEvents\""u8;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!_found)
        {
            FindString();
            _found = true;
        }

        int count = 0;
        while (count < buffer.Length && (_characterStart < _characterEnd || Next()))
        {
            buffer[count++] = _character[_characterStart++];
        }

        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            json.Dispose();
        }

        base.Dispose(disposing);
    }

    private void FindString()
    {
        int matched = 0;
        while (true)
        {
            int c = Byte();
            if (c == EndOfFile)
            {
                throw new TraceFormatException(
                    path, null, "The JSON has no string systemTraceEvents, which holds the kernel's events in Chrome's traces.");
            }

            if (matched == Key.Length)
            {
                if (c == '"')
                {
                    return;
                }

                matched = c is ':' or ' ' or '\t' or '\r' or '\n' ? matched : 0;
            }
            else
            {
                matched = c == Key[matched] ? matched + 1 : c == '"' ? 1 : 0;
            }
        }
    }

    private bool Next()
    {
        int c = _ended ? EndOfString : Byte();
        if (c is '"' or EndOfString)
        {
            _ended = true;
            return false;
        }

        if (c == '\\')
        {
            (_characterStart, _characterEnd) = (0, Escaped(Byte()).EncodeToUtf8(_character));
            return true;
        }

        _character[0] = c == EndOfFile ? throw CutShort() : (byte)c;
        (_characterStart, _characterEnd) = (0, 1);
        return true;
    }

    private Rune Escaped(int c) => c switch
    {
        'n' => new Rune('\n'),
        't' => new Rune('\t'),
        'r' => new Rune('\r'),
        'b' or 'f' => new Rune(' '),
        'u' => Hex(),
        EndOfFile => throw CutShort(),
        _ => new Rune((char)c),
    };

    private Rune Hex()
    {
        int code = 0;
        for (int digits = 0; digits < 4; digits++)
        {
            int c = Byte();
            code = (code << 4) | (c >= 0 && char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : throw CutShort());
        }

        return Rune.TryCreate((char)code, out Rune rune) ? rune : Rune.ReplacementChar;
    }

    private int Byte()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, json.Read(_buffer));
        }

        return _start < _end ? _buffer[_start++] : EndOfFile;
    }

    private TraceFormatException CutShort() =>
        new(path, null, "The JSON ends inside the string systemTraceEvents, or holds a broken escape there.");
}
