using System.IO.Compression;

namespace Predictors.Traces.Compression;

/// <summary>
/// The content of a zlib stream. <see cref="ZLibStream"/> takes one that ends in the middle for one that ends; here the
/// checksum at the end is compared.
/// </summary>
/// <param name="packed">The zlib stream, up to its end.</param>
internal sealed class ZlibContent(Stream packed) : ReadOnlyStream
{
    private const uint AdlerModulus = 65_521;
    private readonly TailStream _tail = new(packed);
    private ZLibStream? _zlib;
    private uint _low = 1;
    private uint _high;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        _zlib ??= new ZLibStream(_tail, CompressionMode.Decompress);
        int read = _zlib.Read(buffer);
        foreach (byte value in buffer[..read])
        {
            _low = (_low + value) % AdlerModulus;
            _high = (_high + _low) % AdlerModulus;
        }

        return read > 0 || buffer.IsEmpty || _tail.Last == ((_high << 16) | _low) ? read : throw new EndOfStreamException();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _zlib?.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class TailStream(Stream inner) : ReadOnlyStream
    {
        private uint _last;

        /// <summary>The last four bytes that were read, the first of them highest.</summary>
        public uint Last => _last;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            foreach (byte value in buffer[Math.Max(0, read - sizeof(uint))..read])
            {
                _last = (_last << 8) | value;
            }

            return read;
        }
    }
}
