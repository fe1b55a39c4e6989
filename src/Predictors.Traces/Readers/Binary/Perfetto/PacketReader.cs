namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Reads the packets of a Perfetto trace one behind the other: each is field 1 of the message that the file is.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="content">Its bytes, unpacked.</param>
internal sealed class PacketReader(string path, Stream content)
{
    /// <summary>The first byte of a packet: field 1, with a length.</summary>
    public const byte Mark = 0x0a;

    /// <summary>The longest packet that is read; the recorder's own are far shorter.</summary>
    public const int MaxPacketBytes = 16 << 20;

    private const int FirstBufferBytes = 1 << 18;
    private const int MaxHeadBytes = 11;
    private byte[] _buffer = new byte[FirstBufferBytes];
    private long _bufferPlace;
    private int _at;
    private int _end;

    /// <summary>The byte at which the packet that was read last begins.</summary>
    public long Place { get; private set; }

    /// <summary>Reads the next packet.</summary>
    /// <param name="packet">The packet, valid until the next call.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="TraceFormatException">No packet stands here, it is too long, or it is cut short.</exception>
    public bool TryRead(out ReadOnlySpan<byte> packet)
    {
        packet = default;
        Place = _bufferPlace + _at;
        if (!Has(1))
        {
            return false;
        }

        Has(MaxHeadBytes);
        ReadOnlySpan<byte> head = _buffer.AsSpan(_at, _end - _at);
        if (head[0] != Mark)
        {
            throw Damaged($"A packet begins with byte 0x{Mark:x2}; this one is 0x{head[0]:x2}: the file is damaged.");
        }

        ReadOnlySpan<byte> rest = head[1..];
        if (!ProtoFields.TryVarint(ref rest, out ulong length))
        {
            throw Damaged("The length of a packet makes no sense: the file is cut short or damaged.");
        }

        if (length > MaxPacketBytes)
        {
            throw Damaged($"A packet should be {length} bytes long; at most {MaxPacketBytes} can be: the file is damaged.");
        }

        _at += head.Length - rest.Length;
        if (!Has((int)length))
        {
            throw Damaged($"A packet should be {length} bytes long, but the file ends after {_end - _at} of them: it is cut short or damaged.");
        }

        packet = _buffer.AsSpan(_at, (int)length);
        _at += (int)length;
        return true;
    }

    /// <summary>Makes the exception for the packet that was read last.</summary>
    public TraceFormatException Damaged(string message) => new(path, $"byte {Place}", message);

    // The buffer grows with what the file really holds, not with what it says.
    private bool Has(int bytes)
    {
        while (_end - _at < bytes)
        {
            if (_at > 0)
            {
                _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
                (_bufferPlace, _at, _end) = (_bufferPlace + _at, 0, _end - _at);
            }

            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * _buffer.Length);
            }

            int read = content.Read(_buffer.AsSpan(_end));
            _end += read;
            if (read == 0)
            {
                return false;
            }
        }

        return true;
    }
}
