using ZstdSharp;

namespace Predictors.Traces.Compression;

/// <summary>Turns the errors of a file or its decompressor into ones that name the file.</summary>
/// <param name="path">The file.</param>
/// <param name="format">What it is packed with, in words.</param>
/// <param name="inner">The decompressor, or the file.</param>
internal sealed class DecodedStream(string path, string format, Stream inner) : ReadOnlyStream
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (EndOfStreamException e)
        {
            throw new TraceFormatException(path, null, $"The {format} data is cut short: the file ends in the middle of it.", e);
        }
        catch (IOException e)
        {
            throw new TraceFormatException(path, null, $"The file can't be read: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidDataException or ZstdException)
        {
            throw new TraceFormatException(path, null, $"The {format} data is damaged, cut short or followed by other data: {e.Message}", e);
        }
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
