namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Pages in packed chunks: u32 number of chunks, then for each u32 packed size, u32 size, and the packed bytes.</summary>
internal sealed class PackedPages : PageSource
{
    private const int MaxChunkBytes = 16 << 20;
    private readonly FileBytes _file;
    private readonly DatUnpacker _unpacker;
    private readonly MemoryBudget _budget;
    private readonly ByteCursor _cursor;
    private readonly long _start;
    private uint _chunksLeft;
    private byte[] _packed = [];
    private byte[] _chunk = [];
    private int _at;
    private int _end;

    /// <summary>Reads the number of chunks.</summary>
    /// <remarks>trace-cmd 3.1 leaves the number's 4 bytes out of the area's size, so that the number alone counts.</remarks>
    public PackedPages(FileBytes file, CpuArea area, ByteOrder order, DatUnpacker unpacker, MemoryBudget budget)
    {
        _file = file;
        _unpacker = unpacker;
        _budget = budget;
        _start = area.Offset;
        _cursor = new ByteCursor(file, area.Offset, order);
        _chunksLeft = _cursor.U32("number of chunks");
    }

    /// <inheritdoc/>
    public override bool PlacesAreExact => false;

    /// <inheritdoc/>
    public override int Read(Span<byte> page)
    {
        int count = 0;
        while (count < page.Length && (_at < _end || TryReadChunk()))
        {
            int part = Math.Min(page.Length - count, _end - _at);
            _chunk.AsSpan(_at, part).CopyTo(page[count..]);
            _at += part;
            count += part;
        }

        return count;
    }

    private bool TryReadChunk()
    {
        while (_chunksLeft > 0)
        {
            _chunksLeft--;
            Place = _cursor.At;
            uint packedSize = _cursor.U32("packed size of a chunk");
            uint size = _cursor.U32("size of a chunk");
            long at = _cursor.Skip(packedSize, "packed chunk");
            if (packedSize > MaxChunkBytes || size > MaxChunkBytes)
            {
                throw _file.Damaged(Place, $"A chunk should take {packedSize} bytes packed and {size} unpacked; at most {MaxChunkBytes} can be.");
            }

            _budget.Grow(ref _packed, packedSize, Place);
            _budget.Grow(ref _chunk, size, Place);
            Span<byte> packed = _packed.AsSpan(0, (int)packedSize);
            _file.Read(at, packed, "packed chunk");
            _unpacker.Unpack(packed, _chunk.AsSpan(0, (int)size), Place);
            BytesRead = _cursor.At - _start;
            (_at, _end) = (0, (int)size);
            if (size > 0)
            {
                return true;
            }
        }

        return false;
    }
}
