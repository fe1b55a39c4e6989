using System.Buffers.Binary;
using System.Text.Json;
using Predictors.Traces.Conversion;
using ZstdSharp;

namespace Predictors.Traces.Native;

/// <summary>Writes a packed trace. The chunks stand in the file as they come.</summary>
internal sealed class WakeWriter : ITraceWriter
{
    private const int CompressionLevel = 3;

    private readonly Stream _output;
    private readonly int _maxChunkSegments;
    private readonly Compressor? _compressor;
    private readonly ChunkEncoder _encoder = new();
    private readonly VcpuPositions _positions = new();
    private readonly byte[] _head = new byte[WakeBlock.Bytes];
    private byte[] _compressed = [];
    private long _written;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="source">The trace that is written.</param>
    /// <param name="compress">Whether the chunks are compressed with zstd.</param>
    /// <param name="maxChunkSegments">Longer chunks are split.</param>
    public WakeWriter(Stream output, TraceHeader source, bool compress, int maxChunkSegments = WakeFormat.MaxChunkSegments)
    {
        _output = output;
        _maxChunkSegments = maxChunkSegments;
        _compressor = compress ? new Compressor(CompressionLevel) : null;
        Append(WakeFileHeader.For(source).ToBytes());
    }

    public void Write(SegmentChunk chunk)
    {
        if (ChunkRules.FindFault(chunk, _positions.LastExitNs(chunk.Vcpu)) is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        for (int start = 0; start < chunk.Count; start += _maxChunkSegments)
        {
            int count = Math.Min(_maxChunkSegments, chunk.Count - start);
            AppendBlock(_encoder.Encode(chunk, start, count), new WakeBlock
            {
                Tag = WakeBlock.ChunkTag,
                Vcpu = (uint)chunk.Vcpu,
                Segments = (uint)count,
                FirstIndex = (ulong)_positions.Segments(chunk.Vcpu),
            });
            _positions.Advance(chunk.Vcpu, count, chunk.ExitNs[start + count - 1]);
        }
    }

    public void Complete(TraceInspection inspection)
    {
        long inspectionStart = _written;
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(InspectionDocument.Of(inspection), InspectionJson.Default.InspectionDocument);
        if (json.Length > WakeFormat.MaxInspectionBytes)
        {
            throw new InvalidDataException($"what was found in the trace takes {json.Length} bytes, the most is {WakeFormat.MaxInspectionBytes}");
        }

        AppendBlock(json, new WakeBlock { Tag = WakeBlock.InspectionTag });
        Span<byte> end = stackalloc byte[WakeBlock.EndPayloadBytes];
        BinaryPrimitives.WriteInt64LittleEndian(end, _positions.Total);
        BinaryPrimitives.WriteInt64LittleEndian(end[8..], inspectionStart);
        AppendAsIs(end, new WakeBlock { Tag = WakeBlock.EndTag });
    }

    public void Dispose() => _compressor?.Dispose();

    private void AppendBlock(ReadOnlySpan<byte> plain, WakeBlock block)
    {
        if (_compressor is not null)
        {
            int bound = Compressor.GetCompressBound(plain.Length);
            if (_compressed.Length < bound)
            {
                _compressed = new byte[bound];
            }

            int length = _compressor.Wrap(plain, _compressed);
            if (length < plain.Length)
            {
                Append(_compressed.AsSpan(0, length), block with { Codec = 1, StoredBytes = (uint)length, PlainBytes = (uint)plain.Length });
                return;
            }
        }

        AppendAsIs(plain, block);
    }

    private void AppendAsIs(ReadOnlySpan<byte> plain, WakeBlock block) =>
        Append(plain, block with { StoredBytes = (uint)plain.Length, PlainBytes = (uint)plain.Length });

    private void Append(ReadOnlySpan<byte> stored, WakeBlock block)
    {
        block.Write(_head, stored);
        Append(_head);
        Append(stored);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _written += bytes.Length;
    }
}
