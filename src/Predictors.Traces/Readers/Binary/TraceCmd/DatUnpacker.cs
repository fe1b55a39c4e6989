using System.IO.Compression;
using ZstdSharp;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Unpacks pieces whose size is stated before them: more than that never comes out.</summary>
/// <param name="file">The file.</param>
/// <param name="compression">What its pieces are packed with.</param>
internal sealed class DatUnpacker(FileBytes file, DatCompression compression) : IDisposable
{
    /// <summary>The most bytes of a section of descriptions, packed or not.</summary>
    public const int MaxSectionBytes = 64 << 20;

    private readonly Decompressor _zstd = new();

    /// <summary>Unpacks a section: u32 packed size, u32 size, and the packed bytes.</summary>
    /// <param name="cursor">At the packed size.</param>
    /// <returns>The section's bytes.</returns>
    public FileBytes Section(ByteCursor cursor)
    {
        long at = cursor.At;
        uint packedSize = cursor.U32("packed size of a section");
        uint size = cursor.U32("size of a section");
        if (size > MaxSectionBytes)
        {
            throw file.Damaged(at, $"A section should be {size} bytes long; at most {MaxSectionBytes} can be.");
        }

        byte[] packed = cursor.Bytes(packedSize, MaxSectionBytes, "packed section");
        var plain = new byte[size];
        Unpack(packed, plain, at);
        return new FileBytes(file.Path, new MemoryStream(plain), $"section at byte {at}, unpacked byte");
    }

    /// <summary>Unpacks a piece.</summary>
    /// <param name="packed">The packed bytes.</param>
    /// <param name="plain">Where the plain bytes go: they must fill it.</param>
    /// <param name="at">Where the piece stands.</param>
    /// <exception cref="TraceFormatException">The bytes are damaged, or give another size.</exception>
    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> plain, long at)
    {
        int size;
        try
        {
            size = compression switch
            {
                DatCompression.Zstd => _zstd.Unwrap(packed, plain),
                DatCompression.Zlib => Inflate(packed, plain),
                _ => throw file.Damaged(at, "This piece is marked as packed, but the file names no compression."),
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ZstdException)
        {
            throw new TraceFormatException(file.Path, $"{file.PlaceUnit} {at}", $"The packed data is damaged: {error.Message}", error);
        }

        if (size != plain.Length)
        {
            throw file.Damaged(at, $"The packed data should give {plain.Length} bytes, but gives {size}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zstd.Dispose();

    private static int Inflate(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        int size = zlib.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
        return size < plain.Length || zlib.ReadByte() < 0 ? size : throw new InvalidDataException("it gives more bytes than it should");
    }
}
