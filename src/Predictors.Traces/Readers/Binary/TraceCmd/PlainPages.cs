namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Pages that stand in the file as they are.</summary>
/// <param name="file">The file.</param>
/// <param name="area">Where they stand.</param>
internal sealed class PlainPages(FileBytes file, CpuArea area) : PageSource
{
    /// <inheritdoc/>
    public override bool PlacesAreExact => true;

    /// <inheritdoc/>
    public override int Read(Span<byte> page)
    {
        int count = (int)Math.Min(page.Length, area.Size - BytesRead);
        Place = area.Offset + BytesRead;
        file.Read(Place, page[..count], "page of the ring buffer");
        BytesRead += count;
        return count;
    }
}
