using System.Buffers.Binary;
using System.Text.Json;

namespace Predictors.Traces.Native;

/// <summary>
/// Reads a packed trace. Nothing is allocated per segment: the buffers grow to the longest chunk, and chunks that come
/// back are filled again.
/// </summary>
internal sealed class WakeReader : ITraceReader
{
    private readonly WakeFile _file;
    private readonly VcpuPositions _positions = new();
    private readonly Stack<SegmentChunk> _free = new();
    private readonly long _endStart;
    private readonly long _chunksEnd;
    private readonly long _segments;
    private long[] _scratch = [];
    private long _offset;

    /// <summary>Opens the file and reads what stands at its beginning and its end.</summary>
    /// <param name="path">The file.</param>
    public WakeReader(string path)
    {
        _file = new WakeFile(path);
        try
        {
            WakeFileHeader header = _file.ReadHeader(out int length);
            Header = new TraceHeader
            {
                Name = Path.GetFileName(path),
                Format = WakeFormat.Name,
                Sha256 = new FileSha256(_file.Hash),
                SourceSha256 = header.SourceSha256,
                SourceName = header.SourceName,
                SourceFormat = header.SourceFormat,
                Clock = header.Clock,
                Columns = header.Columns,
            };
            _endStart = _file.Length - WakeBlock.Bytes - WakeBlock.EndPayloadBytes;
            (_segments, _chunksEnd) = ReadEnd(length);
            Inspection = ReadInspection();
            _offset = length;
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public TraceHeader Header { get; }

    public TraceInspection Inspection { get; }

    public double Progress => (double)_offset / _chunksEnd;

    public SegmentChunk? Read()
    {
        if (_offset == _chunksEnd)
        {
            return _positions.Total == _segments
                ? null
                : throw _file.Fault(_offset, $"the chunks hold {_positions.Total} segments, the end mark says {_segments}.");
        }

        WakeBlock block = _file.ReadBlock(_offset, _chunksEnd, WakeBlock.ChunkTag, out ReadOnlySpan<byte> plain);
        RequireNext(block);
        SegmentChunk chunk = Rent((int)block.Segments);
        chunk.Vcpu = (int)block.Vcpu;
        chunk.FirstIndex = (long)block.FirstIndex;
        chunk.Count = (int)block.Segments;
        if (!ChunkDecoder.TryDecode(plain, chunk, _scratch))
        {
            throw _file.Fault(_offset, $"the chunk's {plain.Length} bytes are not {block.Segments} segments with the columns {Header.Columns}.");
        }

        if (ChunkRules.FindFault(chunk, _positions.LastExitNs(chunk.Vcpu)) is { } fault)
        {
            throw _file.Fault(_offset, $"{fault}.");
        }

        _positions.Advance(chunk.Vcpu, chunk.Count, chunk.ExitNs[chunk.Count - 1]);
        _offset += WakeBlock.Bytes + block.StoredBytes;
        return chunk;
    }

    public void Recycle(SegmentChunk chunk)
    {
        lock (_free)
        {
            _free.Push(chunk);
        }
    }

    public void Dispose() => _file.Dispose();

    private (long Segments, long ChunksEnd) ReadEnd(int headerLength)
    {
        ReadOnlySpan<byte> end = _endStart < headerLength ? default : ReadEndBlock();
        if (end.Length != WakeBlock.EndPayloadBytes)
        {
            throw NotFinished(null);
        }

        long segments = BinaryPrimitives.ReadInt64LittleEndian(end);
        long chunksEnd = BinaryPrimitives.ReadInt64LittleEndian(end[8..]);
        return chunksEnd >= headerLength && chunksEnd < _endStart
            ? (segments, chunksEnd)
            : throw _file.Fault(_endStart, $"the end mark puts the end of the chunks at byte {chunksEnd}, outside {headerLength} to {_endStart}.");
    }

    private ReadOnlySpan<byte> ReadEndBlock()
    {
        try
        {
            _file.ReadBlock(_endStart, _file.Length, WakeBlock.EndTag, out ReadOnlySpan<byte> end);
            return end;
        }
        catch (TraceFormatException error)
        {
            throw NotFinished(error);
        }
    }

    private TraceFormatException NotFinished(Exception? inner) =>
        _file.Fault(_file.Length, "the file does not end with an intact end mark: it is cut short, damaged, or was never finished.", inner);

    private TraceInspection ReadInspection()
    {
        WakeBlock block = _file.ReadBlock(_chunksEnd, _endStart, WakeBlock.InspectionTag, out ReadOnlySpan<byte> json);
        if (_chunksEnd + WakeBlock.Bytes + block.StoredBytes != _endStart)
        {
            throw _file.Fault(_chunksEnd, "the end mark does not follow the inspection.");
        }

        try
        {
            return InspectionDocument.Parse(json);
        }
        catch (JsonException error)
        {
            // What the parser says quotes the damaged bytes, control characters and all.
            string reason = error.BytePositionInLine is { } at ? $"it is no such JSON at byte {at} of its line {error.LineNumber + 1}." : error.Message;
            throw _file.Fault(_chunksEnd, $"the inspection can't be read: {reason}", error);
        }
    }

    private void RequireNext(WakeBlock block)
    {
        if (block.Segments is 0 or > WakeFormat.MaxChunkSegments)
        {
            throw _file.Fault(_offset, $"a chunk has 1 to {WakeFormat.MaxChunkSegments} segments, this one {block.Segments}.");
        }

        if (block.Vcpu > TraceLimits.MaxVcpu)
        {
            throw _file.Fault(_offset, $"vCPU {block.Vcpu} is above the greatest, {TraceLimits.MaxVcpu}.");
        }

        if ((long)block.FirstIndex != _positions.Segments((int)block.Vcpu))
        {
            throw _file.Fault(_offset,
                $"the chunk begins with segment {block.FirstIndex} of vCPU {block.Vcpu}, expected segment {_positions.Segments((int)block.Vcpu)}.");
        }
    }

    private SegmentChunk Rent(int segments)
    {
        if (_scratch.Length < segments)
        {
            _scratch = new long[Math.Max(segments, SegmentChunk.DefaultCapacity)];
        }

        lock (_free)
        {
            if (_free.TryPop(out SegmentChunk? chunk) && chunk.Capacity >= segments)
            {
                return chunk;
            }
        }

        return new SegmentChunk(_scratch.Length, Header.Columns);
    }
}
