using System.Numerics;
using Microsoft.Win32.SafeHandles;
using Predictors.Traces.Opening;
using ZstdSharp;

namespace Predictors.Traces.Native;

/// <summary>Reads the blocks of a packed trace. No size in the file is believed before it was checked.</summary>
internal sealed class WakeFile : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly Decompressor _decompressor = new();
    private readonly byte[] _head = new byte[WakeBlock.Bytes];
    private byte[] _stored = [];
    private byte[] _plain = [];

    public WakeFile(string path)
    {
        _path = path;
        _handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Length = RandomAccess.GetLength(_handle);
    }

    public long Length { get; }

    /// <summary>Reads the header.</summary>
    public WakeFileHeader ReadHeader(out int length)
    {
        byte[] start = new byte[WakeFormat.FixedHeaderBytes];
        Read(0, start);
        length = WakeFileHeader.ReadLength(_path, start);
        byte[] bytes = new byte[length];
        Read(0, bytes);
        return WakeFileHeader.Read(_path, bytes);
    }

    /// <summary>Reads the block at an offset.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="limit">Where it must end, or another block begin.</param>
    /// <param name="tag">What it must be.</param>
    /// <param name="plain">Its bytes, good until the next call.</param>
    public WakeBlock ReadBlock(long offset, long limit, uint tag, out ReadOnlySpan<byte> plain)
    {
        if (limit - offset < WakeBlock.Bytes)
        {
            throw Fault(offset, $"a block's head takes {WakeBlock.Bytes} bytes, there are {limit - offset}.");
        }

        Read(offset, _head);
        WakeBlock block = WakeBlock.Read(_head);
        if (block.Tag != tag)
        {
            throw Fault(offset, $"a block 0x{tag:x8} must stand here, found 0x{block.Tag:x8}.");
        }

        long maxPlain = tag == WakeBlock.ChunkTag
            ? WakeFormat.MaxPlainBytes((int)Math.Min(block.Segments, WakeFormat.MaxChunkSegments))
            : WakeFormat.MaxInspectionBytes;
        if (block.PlainBytes > maxPlain || block.StoredBytes > Math.Min(block.PlainBytes, limit - offset - WakeBlock.Bytes))
        {
            throw Fault(offset,
                $"the block's sizes ({block.StoredBytes} bytes stored, {block.PlainBytes} plain) do not fit the {limit - offset} bytes left or the most, {maxPlain}.");
        }

        Span<byte> stored = Grow(ref _stored, (int)block.StoredBytes);
        Read(offset + WakeBlock.Bytes, stored);
        if (!WakeBlock.IsIntact(_head, stored))
        {
            throw Fault(offset, "the block's checksum does not match: the file is damaged.");
        }

        plain = block.Codec == 0 ? stored : Decompress(offset, block, stored);
        return plain.Length == block.PlainBytes
            ? block
            : throw Fault(offset, $"the block holds {plain.Length} bytes, its head says {block.PlainBytes}.");
    }

    /// <summary>The SHA-256 of the file's bytes, in lower-case hexadecimal digits.</summary>
    public string Hash() => FileHash.Of(_path, _handle);

    public TraceFormatException Fault(long offset, string message, Exception? inner = null) => new(_path, $"byte {offset}", message, inner);

    public void Dispose()
    {
        _handle.Dispose();
        _decompressor.Dispose();
    }

    private ReadOnlySpan<byte> Decompress(long offset, WakeBlock block, ReadOnlySpan<byte> stored)
    {
        if (block.Codec != 1)
        {
            throw Fault(offset, $"the block's codec is {block.Codec}, this program knows 0 (as is) and 1 (zstd).");
        }

        try
        {
            Span<byte> plain = Grow(ref _plain, (int)block.PlainBytes);
            return plain[.._decompressor.Unwrap(stored, plain)];
        }
        catch (ZstdException error)
        {
            throw Fault(offset, $"the block's zstd data can't be decompressed: {error.Message}.", error);
        }
    }

    private void Read(long offset, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int read;
            try
            {
                read = RandomAccess.Read(_handle, to, offset);
            }
            catch (IOException error)
            {
                throw Fault(offset, $"the file can't be read: {error.Message}", error);
            }

            if (read == 0)
            {
                throw Fault(offset, $"the file ends here, {to.Length} more bytes were expected: it is cut short.");
            }

            to = to[read..];
            offset += read;
        }
    }

    private static Span<byte> Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        return buffer.AsSpan(0, length);
    }
}
