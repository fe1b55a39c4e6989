using Predictors.Traces.Compression;
using ZstdSharp;

namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>
/// Reads the records of a perf.data file one behind the other. What packed records hold is one zstd stream over the whole
/// file, and a record may begin in one of them and end in the next.
/// </summary>
internal sealed class PerfRecords : IDisposable
{
    /// <summary>The bytes of a record's header: u32 type, u16 misc, u16 size.</summary>
    public const int HeaderBytes = 8;

    private const int SizeAt = 6;
    private const int BufferBytes = 1 << 18;
    private readonly FileBytes _file;
    private readonly ByteOrder _order;
    private readonly long _end;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly byte[] _plain = new byte[BufferBytes];
    private readonly PayloadStream _payload = new();
    private DecodedStream? _zstd;
    private long _bufferPlace;
    private int _bufferAt;
    private int _bufferEnd;
    private int _plainAt;
    private int _plainEnd;

    /// <summary>Reads the records of a range.</summary>
    public PerfRecords(FileBytes file, ByteOrder order, long start, long end)
    {
        _file = file;
        _order = order;
        _bufferPlace = start;
        _end = end;
    }

    /// <summary>Where the record that was read last stands, or what it was unpacked from.</summary>
    public long Place { get; private set; }

    /// <summary>Whether that record was packed.</summary>
    public bool IsPacked { get; private set; }

    /// <summary>How much has been read, in bytes of the file.</summary>
    public long At => _bufferPlace + _bufferAt;

    /// <summary>Reads the next record.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="body">What follows its header, valid until the next call.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out RecordType type, out ReadOnlySpan<byte> body)
    {
        while (true)
        {
            if (IsPacked && TryReadPlain(out type, out body))
            {
                return true;
            }

            IsPacked = false;
            if (!TryReadOuter(out type, out body))
            {
                return _plainAt == _plainEnd ? false : throw _file.Damaged(Place, "The packed records end inside one: the file is cut short or damaged.");
            }

            if (type is not (RecordType.Compressed or RecordType.CompressedAligned))
            {
                return true;
            }

            _payload.Set(Payload(type, body));
            IsPacked = true;
        }
    }

    /// <summary>Passes over data that follows a record without being part of it.</summary>
    /// <returns>Where the data begins.</returns>
    public long Skip(ulong size, string what)
    {
        long at = At;
        if (IsPacked || size > (ulong)(_end - at))
        {
            throw _file.Damaged(Place, $"The {what} should be {size} bytes long, but {(IsPacked ? "stands in packed data" : $"the records end at byte {_end}")}.");
        }

        (_bufferPlace, _bufferAt, _bufferEnd) = (at + (long)size, 0, 0);
        return at;
    }

    /// <inheritdoc/>
    public void Dispose() => _zstd?.Dispose();

    private ReadOnlySpan<byte> Payload(RecordType type, ReadOnlySpan<byte> body)
    {
        if (type == RecordType.Compressed)
        {
            return body;
        }

        ulong size = body.Length < sizeof(ulong) ? ulong.MaxValue : _order.U64(body);
        return size <= (ulong)Math.Max(0, body.Length - sizeof(ulong))
            ? body.Slice(sizeof(ulong), (int)size)
            : throw _file.Damaged(Place, "The packed data is longer than its record.");
    }

    private bool TryReadOuter(out RecordType type, out ReadOnlySpan<byte> body)
    {
        type = default;
        body = default;
        if (!HasOuter(HeaderBytes))
        {
            return At == _end ? false : throw CutShort();
        }

        Place = At;
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_bufferAt, _bufferEnd - _bufferAt);
        int size = Size(rest);
        if (!HasOuter(size))
        {
            throw CutShort();
        }

        rest = _buffer.AsSpan(_bufferAt, size);
        type = (RecordType)_order.U32(rest);
        body = rest[HeaderBytes..];
        _bufferAt += size;
        return true;
    }

    private bool HasOuter(int bytes)
    {
        if (_bufferEnd - _bufferAt < bytes)
        {
            int left = _bufferEnd - _bufferAt;
            _buffer.AsSpan(_bufferAt, left).CopyTo(_buffer);
            (_bufferPlace, _bufferAt, _bufferEnd) = (At, 0, left);
            int count = (int)Math.Min(_buffer.Length - left, _end - _bufferPlace - left);
            _file.Read(_bufferPlace + left, _buffer.AsSpan(left, count), "records");
            _bufferEnd += count;
        }

        return _bufferEnd - _bufferAt >= bytes;
    }

    private bool TryReadPlain(out RecordType type, out ReadOnlySpan<byte> body)
    {
        type = default;
        body = default;
        if (!HasPlain(HeaderBytes))
        {
            return false;
        }

        int size = Size(_plain.AsSpan(_plainAt));
        if (!HasPlain(size))
        {
            return false;
        }

        ReadOnlySpan<byte> record = _plain.AsSpan(_plainAt, size);
        type = (RecordType)_order.U32(record);
        body = record[HeaderBytes..];
        _plainAt += size;
        return type is not (RecordType.Compressed or RecordType.CompressedAligned)
            ? true
            : throw _file.Damaged(Place, "A packed record stands inside packed data: the file is damaged.");
    }

    private bool HasPlain(int bytes)
    {
        _zstd ??= new DecodedStream(_file.Path, "zstd", new DecompressionStream(_payload, checkEndOfStream: false));
        while (_plainEnd - _plainAt < bytes)
        {
            _plain.AsSpan(_plainAt, _plainEnd - _plainAt).CopyTo(_plain);
            (_plainAt, _plainEnd) = (0, _plainEnd - _plainAt);
            int read = _zstd.Read(_plain.AsSpan(_plainEnd));
            _plainEnd += read;
            if (read == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int Size(ReadOnlySpan<byte> record)
    {
        int size = _order.U16(record[SizeAt..]);
        return size >= HeaderBytes ? size : throw _file.Damaged(Place, $"A record should be {size} bytes long, which is shorter than its header.");
    }

    private TraceFormatException CutShort() => _file.Damaged(At, $"A record goes beyond byte {_end}, where the records end: the file is cut short or damaged.");
}
