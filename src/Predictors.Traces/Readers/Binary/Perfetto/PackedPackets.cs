using Predictors.Traces.Compression;
using ZstdSharp;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Unpacks what one packet holds of other packets, and gives them one behind the other.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class PackedPackets(string path)
{
    /// <summary>The most bytes that one packet may unpack to.</summary>
    public const int MaxBytes = 64 << 20;

    private const int FirstBytes = 1 << 16;
    private byte[] _plain = new byte[FirstBytes];
    private int _at;
    private int _end;

    /// <summary>Unpacks packets.</summary>
    /// <param name="packed">A zlib stream or zstd frames.</param>
    /// <param name="zstd">Which of the two.</param>
    /// <param name="place">The byte at which the packet stands.</param>
    /// <exception cref="TraceFormatException">The data is damaged, or gives too much.</exception>
    public void Unpack(ReadOnlySpan<byte> packed, bool zstd, long place)
    {
        (_at, _end) = (0, 0);
        var bytes = new MemoryStream(packed.ToArray());
        try
        {
            using Stream plain = zstd ? new DecompressionStream(bytes) : new ZlibContent(bytes);
            using var decoded = new DecodedStream($"{path}, byte {place}", zstd ? "zstd" : "zlib", plain);
            ReadAll(decoded, place);
        }
        catch (ZstdException error)
        {
            throw new TraceFormatException(path, $"byte {place}", $"The packed packets are damaged: {error.Message}", error);
        }
    }

    /// <summary>Takes the next packet.</summary>
    /// <param name="packet">The packet, valid until <see cref="Unpack"/>.</param>
    /// <param name="damaged">Whether what is left is no packet.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlySpan<byte> packet, out bool damaged)
    {
        var fields = new ProtoFields(_plain.AsSpan(_at, _end - _at));
        bool read = fields.TryNext();
        packet = fields.Bytes;
        damaged = fields.Failed || (read && (fields.Number != 1 || !fields.IsDelimited));
        _at = read ? _end - fields.Left : _end;
        return read && !damaged;
    }

    private void ReadAll(Stream plain, long place)
    {
        int read;
        while ((read = plain.Read(_plain.AsSpan(_end))) > 0)
        {
            _end += read;
            if (_end == _plain.Length)
            {
                if (_end >= MaxBytes)
                {
                    throw new TraceFormatException(path, $"byte {place}", $"A packet unpacks to more than {MaxBytes} bytes: the file is damaged.");
                }

                Array.Resize(ref _plain, 2 * _end);
            }
        }
    }
}
