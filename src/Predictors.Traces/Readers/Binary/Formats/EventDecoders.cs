using System.Text;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>The decoders of a recording's events, found by the number that each record begins with.</summary>
internal sealed class EventDecoders
{
    private const int CommonTypeBytes = sizeof(ushort);
    private readonly EventDecoder?[] _byId;
    private readonly TaskFields?[] _taskFields;
    private readonly NamedTasks? _tasks;
    private readonly ByteOrder _order;
    private readonly TraceInspection _inspection;

    /// <summary>Makes the decoders.</summary>
    /// <param name="formats">The formats; of two with one number the first counts.</param>
    /// <param name="symbols">The kernel's addresses.</param>
    /// <param name="order">The byte order of the records.</param>
    /// <param name="inspection">Where records go that are not understood.</param>
    /// <param name="tasks">Who is looked for; null where nobody is.</param>
    public EventDecoders(
        IReadOnlyCollection<EventFormat> formats, KernelSymbols symbols, ByteOrder order, TraceInspection inspection, NamedTasks? tasks)
    {
        _tasks = tasks;
        _order = order;
        _inspection = inspection;
        _byId = new EventDecoder?[formats.Select(f => f.Id + 1).DefaultIfEmpty().Max()];
        _taskFields = new TaskFields?[_tasks is null ? 0 : _byId.Length];
        foreach (EventFormat format in formats)
        {
            if (_tasks is not null)
            {
                _taskFields[format.Id] ??= new TaskFields(format, order);
            }

            _byId[format.Id] ??= new EventDecoder(format, Names.Find(Encoding.UTF8.GetBytes(format.Name)), symbols, order);
        }
    }

    /// <summary>The names of the events, with their counts.</summary>
    public EventNames Names { get; } = new();

    /// <summary>Decodes a record and counts it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="e">The event: its time, CPU and place are set already.</param>
    /// <returns>Whether the record is an event; it is counted as an anomaly where it is not.</returns>
    public bool TryDecode(ReadOnlySpan<byte> record, ref KernelEvent e)
    {
        EventDecoder? decoder = Find(record);
        if (decoder is null)
        {
            return Reject("record-without-format", e.Place);
        }

        if ((ulong)e.TimeNs > TraceLimits.MaxTimeNs)
        {
            return Reject("time-out-of-range", e.Place);
        }

        RecordResult result = decoder.Decode(record, ref e);
        if (result != RecordResult.Event)
        {
            return Reject(result == RecordResult.CpuOutOfRange ? "cpu-out-of-range" : "record-not-understood", e.Place);
        }

        if (decoder.LacksFields)
        {
            Reject("event-lacks-fields", e.Place);
        }

        if (_tasks is not null)
        {
            _taskFields[_order.U16(record)]?.Tell(record, _tasks);
        }

        decoder.Name.Count++;
        return true;
    }

    /// <summary>The decoder of a record; null where no format has its number.</summary>
    public EventDecoder? Find(ReadOnlySpan<byte> record) =>
        record.Length >= CommonTypeBytes && _order.U16(record) is var id && id < _byId.Length ? _byId[id] : null;

    private bool Reject(string anomaly, long place)
    {
        _inspection.Count(anomaly, () => $"byte {place}");
        return false;
    }
}
