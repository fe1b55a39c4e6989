namespace Predictors.Traces.Readers.Text;

/// <summary>Cuts a stream of text into lines, in one buffer. A line longer than <see cref="TraceLimits.MaxLineBytes"/> is skipped.</summary>
internal sealed class Utf8Lines
{
    /// <summary>How much is read at once.</summary>
    public const int DefaultBufferBytes = 1 << 20;

    /// <summary>How much of a line that is too long is shown.</summary>
    public const int LongLineExcerptBytes = 128;

    private readonly Stream _stream;
    private readonly int _refillBytes;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private bool _streamEnded;

    /// <summary>Reads the lines of a stream.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="bufferBytes">How much to read at once: 1 or more.</param>
    public Utf8Lines(Stream stream, int bufferBytes)
    {
        _stream = stream;
        _refillBytes = bufferBytes;
        _buffer = new byte[bufferBytes];
    }

    /// <summary>The number of the line that was read last; the first is 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether the line that was read last is too long: only its beginning was returned.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the stream ended inside what <see cref="ReadAhead"/> has read.</summary>
    public bool Ended => _streamEnded;

    /// <summary>Reads into the buffer without taking anything out of it.</summary>
    /// <param name="bytes">How much.</param>
    /// <returns>The bytes that are there; fewer at the end of the stream.</returns>
    public ReadOnlyMemory<byte> ReadAhead(int bytes)
    {
        while (!_streamEnded && _end < bytes)
        {
            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            Fill();
        }

        return _buffer.AsMemory(_start, _end - _start);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end, valid until the next call; the reader may write over it.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            if (_streamEnded)
            {
                length = _end - _start;
                if (length == 0)
                {
                    line = default;
                    return false;
                }

                break;
            }

            if (_end - _start > TraceLimits.MaxLineBytes)
            {
                line = SkipLongLine();
                return true;
            }

            MakeRoom();
            Fill();
        }

        line = Take(length);
        return true;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, length);
        _start = Math.Min(_start + length + 1, _end);
        LineNumber++;
        TooLong = length > TraceLimits.MaxLineBytes;
        return TooLong ? line[..LongLineExcerptBytes]
            : length > 0 && line[^1] == '\r' ? line[..^1]
            : line;
    }

    private ReadOnlySpan<byte> SkipLongLine()
    {
        byte[] excerpt = _buffer.AsSpan(_start, LongLineExcerptBytes).ToArray();
        int lineEnd;
        do
        {
            _start = _end = 0;
            Fill();
        }
        while ((lineEnd = _buffer.AsSpan(0, _end).IndexOf((byte)'\n')) < 0 && !_streamEnded);

        _start = lineEnd < 0 ? _end : lineEnd + 1;
        LineNumber++;
        TooLong = true;
        return excerpt;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }

    private void Fill()
    {
        int read = _stream.Read(_buffer.AsSpan(_end, Math.Min(_refillBytes, _buffer.Length - _end)));
        _end += read;
        _streamEnded = read == 0;
    }
}
