namespace Predictors.Traces.Compression;

/// <summary>Shows the first bytes of a stream before they are read.</summary>
internal sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    private byte[] _peeked = [];
    private int _start;

    /// <summary>Shows the next bytes.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The bytes; fewer where the stream ends.</returns>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_peeked.Length - _start < count)
        {
            var bytes = new byte[count];
            int have = _peeked.Length - _start;
            _peeked.AsSpan(_start).CopyTo(bytes);
            have += inner.ReadAtLeast(bytes.AsSpan(have), count - have, throwOnEndOfStream: false);
            (_peeked, _start) = (bytes[..have], 0);
        }

        return _peeked.AsSpan(_start, Math.Min(count, _peeked.Length - _start));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int peeked = Math.Min(buffer.Length, _peeked.Length - _start);
        if (peeked == 0)
        {
            return inner.Read(buffer);
        }

        _peeked.AsSpan(_start, peeked).CopyTo(buffer);
        _start += peeked;
        return peeked;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
