namespace Predictors.Traces.Tests.Readers.Hostile;

/// <summary>Takes note of the places at which a reader reads: they are where the parts of a file begin and end.</summary>
internal sealed class PlacesReadStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    /// <summary>The places, and how much was read there.</summary>
    public HashSet<(int At, int Length)> Places { get; } = [];

    // The other forms of reading end here in a class that is derived.
    public override int Read(byte[] buffer, int offset, int count)
    {
        int at = (int)Position;
        int read = base.Read(buffer, offset, count);
        Places.Add((at, read));
        return read;
    }
}
