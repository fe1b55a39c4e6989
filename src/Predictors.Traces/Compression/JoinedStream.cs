namespace Predictors.Traces.Compression;

/// <summary>One stream behind another.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ReadOnlyStream
{
    private bool _inSecond;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!_inSecond)
        {
            int read = first.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            _inSecond = true;
        }

        return second.Read(buffer);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            second.Dispose();
        }

        base.Dispose(disposing);
    }
}
