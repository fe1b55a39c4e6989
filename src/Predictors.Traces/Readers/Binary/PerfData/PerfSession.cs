using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>What perf's file says of its events, and the decoding of its records by that.</summary>
/// <param name="file">The file.</param>
/// <param name="order">The byte order of its records.</param>
/// <param name="inspection">Where anomalies go.</param>
/// <param name="tasks">Who is looked for; null where nobody is.</param>
internal sealed class PerfSession(FileBytes file, ByteOrder order, TraceInspection inspection, NamedTasks? tasks)
{
    private const int MaxIds = 1 << 20;
    private const string HowToRecord = "record with perf record -a -e power:cpu_idle,sched:sched_switch";
    private readonly Dictionary<ulong, SampleLayout> _byId = [];
    private SampleLayout? _first;
    private bool _layoutsDiffer;
    private EventDecoders? _decoders;

    /// <summary>The clock of the first event, or <c>unknown</c>.</summary>
    public string Clock => _first?.Attribute.Clock ?? "unknown";

    /// <summary>The names of the events, with their counts.</summary>
    public EventNames Names => _decoders?.Names ?? new EventNames();

    /// <summary>Takes in an event and the numbers that its records bear.</summary>
    /// <param name="bytes">Its attribute.</param>
    /// <param name="ids">The numbers, 64 bits each.</param>
    /// <param name="at">Where they stand.</param>
    public void AddAttribute(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> ids, long at)
    {
        if (bytes.Length < PerfAttribute.MinBytes)
        {
            throw file.Damaged(at, $"An event's attribute is {bytes.Length} bytes long, but must be {PerfAttribute.MinBytes} or more.");
        }

        var layout = new SampleLayout(new PerfAttribute(bytes, order), order);
        _first ??= layout;
        _layoutsDiffer |= !layout.IsLike(_first);
        for (; ids.Length >= sizeof(ulong); ids = ids[sizeof(ulong)..])
        {
            _byId[order.U64(ids)] = layout;
        }

        if (_byId.Count > MaxIds)
        {
            throw file.Damaged(at, $"The events bear more than {MaxIds} numbers: the file is damaged.");
        }
    }

    /// <summary>Takes in an event from a record: its attribute and, up to the record's end, its numbers.</summary>
    public void ReadAttribute(ReadOnlySpan<byte> body, long place)
    {
        ulong size = body.Length < 2 * sizeof(uint) ? ulong.MaxValue : order.U32(body[sizeof(uint)..]);
        if (size > (ulong)body.Length)
        {
            throw file.Damaged(place, "An event's attribute is longer than its record.");
        }

        AddAttribute(body[..(int)size], body[(int)size..], place);
    }

    /// <summary>Reads the size of data that follows a record.</summary>
    public ulong ReadSize(ReadOnlySpan<byte> body, int bytes, long place) =>
        body.Length < bytes ? throw file.Damaged(place, "A record is too short to say how much data follows it.")
        : bytes == sizeof(uint) ? order.U32(body)
        : order.U64(body);

    /// <summary>Reads what perf copied from the kernel's tracing folder: laid out like the start of a trace-cmd file.</summary>
    public void ReadTracingData(long at)
    {
        var cursor = new ByteCursor(file, at, order);
        cursor.Expect("\u0017\bDtracing"u8, "mark of the event descriptions");
        cursor.Text("version of the event descriptions");
        var recorded = new ByteOrder(cursor.U8("byte order") == 1);
        cursor.Order = recorded;
        cursor.U8("word size");
        cursor.U32("page size");
        var tracing = new TracingData();
        tracing.ReadHeaders(cursor);
        tracing.ReadFtraceFormats(cursor);
        tracing.ReadSystems(cursor);
        tracing.ReadFunctions(cursor);
        tracing.ReadTexts(cursor);
        _decoders ??= new EventDecoders(tracing.Formats, tracing.Symbols, recorded, inspection, tasks);
    }

    /// <summary>Takes note of a task's name: u32 process, u32 task, and the name up to its zero byte.</summary>
    public void ReadTaskName(ReadOnlySpan<byte> body)
    {
        if (tasks is not null && body.Length > 2 * sizeof(uint))
        {
            ReadOnlySpan<byte> name = body[(2 * sizeof(uint))..];
            int end = name.IndexOf((byte)0);
            tasks.See(end < 0 ? name : name[..end], order.U32(body[sizeof(uint)..]));
        }
    }

    /// <summary>Decodes a sample.</summary>
    /// <param name="body">What follows its header.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="e">The event.</param>
    /// <returns>Whether it is an event; it is counted as an anomaly where it is not.</returns>
    public bool TryDecode(ReadOnlySpan<byte> body, long place, out KernelEvent e)
    {
        e = default;
        if (_decoders is null)
        {
            throw file.Damaged(place, "A sample stands before the descriptions of the events: the recording is not complete.");
        }

        if (LayoutOf(body, atEnd: false) is not { } layout)
        {
            return Reject("record-not-understood", place);
        }

        if (!layout.Attribute.IsTracepoint)
        {
            return Reject("sample-of-no-tracepoint", place);
        }

        if (!layout.IsUsable)
        {
            throw file.Damaged(place, $"The samples lack time, CPU or the tracepoint's data: {HowToRecord}.");
        }

        if (!layout.TryRead(body, out ulong time, out uint cpu, out int process, out ReadOnlySpan<byte> record))
        {
            return Reject("record-not-understood", place);
        }

        if (cpu > TraceLimits.MaxVcpu)
        {
            return Reject("cpu-out-of-range", place);
        }

        (e.TimeNs, e.Cpu, e.Process, e.Place) = ((long)time, (int)cpu, process, place);
        return _decoders.TryDecode(record, ref e);
    }

    /// <summary>Decodes a record of lost events.</summary>
    /// <param name="body">What follows its header.</param>
    /// <param name="countAt">Where their number stands.</param>
    /// <param name="place">Where the record stands.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>Whether it says when and on which CPU; else the loss is counted as an anomaly.</returns>
    public bool TryDecodeLoss(ReadOnlySpan<byte> body, int countAt, long place, out KernelEvent mark)
    {
        mark = default;
        if (body.Length < countAt + sizeof(ulong))
        {
            return Reject("record-not-understood", place);
        }

        long count = (long)Math.Min(order.U64(body[countAt..]), long.MaxValue / 2);
        if (LayoutOf(body, atEnd: true) is not { } layout
            || !layout.TryReadTrailer(body[(countAt + sizeof(ulong))..], out ulong time, out uint cpu)
            || time is 0 or > TraceLimits.MaxTimeNs
            || cpu > TraceLimits.MaxVcpu)
        {
            // perf record itself writes such a record at its end, without time and CPU.
            inspection.Count("events-lost-somewhere", () => $"byte {place}", count);
            return false;
        }

        (mark.Kind, mark.A, mark.Pid) = (KernelEventKind.LostEvents, count, Marks.NoTask);
        (mark.TimeNs, mark.Cpu, mark.Place) = ((long)time, (int)cpu, place);
        return true;
    }

    /// <summary>Counts events that could not be brought into order.</summary>
    public void CountLate(long count, long place) => inspection.Count("events-out-of-order", () => $"byte {place}", count);

    private SampleLayout? LayoutOf(ReadOnlySpan<byte> body, bool atEnd)
    {
        if (!_layoutsDiffer)
        {
            return _first;
        }

        return body.Length >= sizeof(ulong)
            && _byId.TryGetValue(order.U64(atEnd ? body[^sizeof(ulong)..] : body), out SampleLayout? layout)
            && layout.HasIdentifier
            ? layout
            : null;
    }

    private bool Reject(string anomaly, long place)
    {
        inspection.Count(anomaly, () => $"byte {place}");
        return false;
    }
}
