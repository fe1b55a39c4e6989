namespace Predictors.Traces.Readers.Text;

/// <summary>An event's name in a recording.</summary>
/// <param name="bytes">The name as it stands in the file, without its system.</param>
/// <param name="name">The same as text.</param>
/// <param name="kind">What it means to the importer.</param>
internal sealed class EventName(byte[] bytes, string name, KernelEventKind kind)
{
    /// <summary>The name as it stands in the file.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>What it means to the importer.</summary>
    public KernelEventKind Kind { get; } = kind;

    /// <summary>How many events bear it.</summary>
    public long Count { get; set; }
}
