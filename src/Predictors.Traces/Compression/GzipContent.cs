using System.IO.Compression;

namespace Predictors.Traces.Compression;

/// <summary>
/// The content of a gzip file. <see cref="GZipStream"/> takes a file that ends in the middle for one that ends; here a
/// member of known content is put behind the file's last one, and where it does not come out at the end, data is missing.
/// </summary>
internal sealed class GzipContent : ReadOnlyStream
{
    private static readonly byte[] EndMark = "\u0001end of gzip data\u0001"u8.ToArray();
    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads the members of a stream.</summary>
    /// <param name="packed">The gzip file.</param>
    public GzipContent(Stream packed)
    {
        var mark = new MemoryStream();
        using (var writer = new GZipStream(mark, CompressionLevel.NoCompression, leaveOpen: true))
        {
            writer.Write(EndMark);
        }

        mark.Position = 0;
        _gzip = new GZipStream(new JoinedStream(packed, mark), CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _start <= EndMark.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            int read = _gzip.Read(_buffer.AsSpan(_end));
            _end += read;
            _ended = read == 0;
        }

        int free = _end - _start - EndMark.Length;
        if (free <= 0)
        {
            return _buffer.AsSpan(_start, _end - _start).SequenceEqual(EndMark) ? 0 : throw new EndOfStreamException();
        }

        int given = Math.Min(free, buffer.Length);
        _buffer.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }
}
