namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>A field of an event, as the kernel's <c>format</c> file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where it begins in the record.</param>
/// <param name="Size">How many bytes it takes there.</param>
/// <param name="Signed">Whether it is a number with a sign.</param>
/// <param name="Location">What stands there.</param>
internal readonly record struct FormatField(string Name, int Offset, int Size, bool Signed, FieldLocation Location)
{
    /// <summary>Where the field ends in the record.</summary>
    public int End => Offset + Size;
}
