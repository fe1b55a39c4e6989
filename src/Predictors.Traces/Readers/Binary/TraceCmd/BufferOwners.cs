using Predictors.Traces.Readers.Binary.Formats;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>
/// Keeps events apart that several buffers of one file recorded: what the importer uses of them comes from the buffer that
/// has it first, or each would be there twice.
/// </summary>
/// <param name="decoders">The decoders of the events.</param>
/// <param name="inspection">Where those go that are left out.</param>
internal sealed class BufferOwners(EventDecoders decoders, TraceInspection inspection)
{
    private readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal);

    /// <summary>Whether a record of a buffer is the one that counts.</summary>
    /// <param name="buffer">The buffer's place in the file.</param>
    /// <param name="record">The record.</param>
    /// <param name="place">Where it stands.</param>
    public bool Own(int buffer, ReadOnlySpan<byte> record, long place)
    {
        if (decoders.Find(record) is not { Kind: not KernelEventKind.Other } decoder)
        {
            return true;
        }

        if (_owners.TryAdd(decoder.Name.Name, buffer) || _owners[decoder.Name.Name] == buffer)
        {
            return true;
        }

        inspection.Count("event-in-several-buffers", () => $"byte {place}");
        return false;
    }
}
