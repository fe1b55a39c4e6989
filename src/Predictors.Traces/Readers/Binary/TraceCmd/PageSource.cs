namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Reads the ring buffer's pages of one CPU, one behind the other.</summary>
internal abstract class PageSource
{
    /// <summary>Where the page that was read last begins, or what it was unpacked from.</summary>
    public long Place { get; protected set; }

    /// <summary>Whether <see cref="Place"/> is that of the page itself, so that places inside it can be told.</summary>
    public abstract bool PlacesAreExact { get; }

    /// <summary>How many bytes of the file have been read.</summary>
    public long BytesRead { get; protected set; }

    /// <summary>Reads the next page.</summary>
    /// <param name="page">A buffer of a page's size.</param>
    /// <returns>How many bytes were read: fewer for a page that is cut short, 0 at the end.</returns>
    public abstract int Read(Span<byte> page);
}
