namespace Predictors.Traces.Readers.Binary;

/// <summary>The bytes of a binary recording, read at any place. Nothing is read before its place is checked.</summary>
internal sealed class FileBytes : IDisposable
{
    private readonly Stream _stream;

    /// <summary>Reads from a stream that can seek.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">Its bytes, disposed with this.</param>
    /// <param name="placeUnit">What comes before a place in messages.</param>
    public FileBytes(string path, Stream stream, string placeUnit = "byte")
    {
        Path = path;
        PlaceUnit = placeUnit;
        _stream = stream;
        Length = stream.Length;
    }

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>What comes before a place in messages.</summary>
    public string PlaceUnit { get; }

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>Checks that a range lies inside the file.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="size">How long it is.</param>
    /// <param name="what">What it holds, for messages.</param>
    /// <exception cref="TraceFormatException">It does not.</exception>
    public void Check(ulong at, ulong size, string what)
    {
        if (at > (ulong)Length || size > (ulong)Length - at)
        {
            throw new TraceFormatException(
                Path, $"{PlaceUnit} {at}", $"The {what} should be {size} bytes long, but the data ends at byte {Length}: the file is cut short or damaged.");
        }
    }

    /// <summary>Fills a buffer.</summary>
    /// <param name="at">From where on.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="what">What is read, for messages.</param>
    /// <exception cref="TraceFormatException">The range is not inside the file, or it can't be read.</exception>
    public void Read(long at, Span<byte> buffer, string what)
    {
        Check((ulong)at, (ulong)buffer.Length, what);
        try
        {
            _stream.Position = at;
            _stream.ReadExactly(buffer);
        }
        catch (IOException error)
        {
            throw new TraceFormatException(Path, $"{PlaceUnit} {at}", $"The {what} can't be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a range that is small enough to be kept.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="size">How long it is.</param>
    /// <param name="maxSize">How long it may be.</param>
    /// <param name="what">What it holds, for messages.</param>
    /// <exception cref="TraceFormatException">It is too long, not inside the file, or can't be read.</exception>
    public byte[] Read(long at, ulong size, int maxSize, string what)
    {
        Check((ulong)at, size, what);
        if (size > (ulong)maxSize)
        {
            throw Damaged(at, $"The {what} is {size} bytes long; at most {maxSize} can be.");
        }

        var bytes = new byte[size];
        Read(at, bytes, what);
        return bytes;
    }

    /// <summary>Makes the exception for a place that does not hold what it should.</summary>
    public TraceFormatException Damaged(long at, string message) => new(Path, $"{PlaceUnit} {at}", message);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
