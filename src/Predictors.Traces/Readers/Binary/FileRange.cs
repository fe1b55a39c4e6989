using Predictors.Traces.Compression;

namespace Predictors.Traces.Readers.Binary;

/// <summary>A range of a file as a stream.</summary>
/// <param name="file">The file, which stays open.</param>
/// <param name="start">Where the range begins.</param>
/// <param name="end">Where it ends.</param>
internal sealed class FileRange(FileBytes file, long start, long end) : ReadOnlyStream
{
    private long _at = start;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, end - _at);
        file.Read(_at, buffer[..count], "data");
        _at += count;
        return count;
    }
}
