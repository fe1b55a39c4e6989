using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Decodes the kernel events of a Perfetto trace. A field that is not written is 0.</summary>
/// <param name="inspection">Where events go that are not understood.</param>
/// <param name="tasks">Who is looked for; null where nobody is.</param>
internal sealed class FtraceEventDecoder(TraceInspection inspection, NamedTasks? tasks)
{
    private const int Timestamp = 1;
    private const int Pid = 2;
    private const int CommonFlags = 5;
    private const int Generic = 327;
    private readonly FtraceEventNames _names = new();

    /// <summary>The names of the events, with their counts.</summary>
    public EventNames Names => _names.Names;

    /// <summary>Decodes an event and counts it.</summary>
    /// <param name="message">The event.</param>
    /// <param name="e">The event: its CPU and place are set already.</param>
    /// <returns>Whether it is an event; it is counted as an anomaly where it is not.</returns>
    public bool TryDecode(ReadOnlySpan<byte> message, ref KernelEvent e)
    {
        int number = 0;
        ulong time = 0;
        ReadOnlySpan<byte> body = default;
        var fields = new ProtoFields(message);
        while (fields.TryNext())
        {
            if (fields.IsDelimited)
            {
                number = fields.Number;
                body = fields.Bytes;
                continue;
            }

            switch (fields.Number)
            {
                case Timestamp:
                    time = fields.Value;
                    break;
                case Pid:
                    e.Pid = (int)fields.Value;
                    break;
                case CommonFlags:
                    e.InInterrupt = EventRules.InInterrupt((long)fields.Value);
                    break;
            }
        }

        if (time > TraceLimits.MaxTimeNs)
        {
            return Reject("time-out-of-range", e.Place);
        }

        e.TimeNs = (long)time;
        EventName? name = null;
        RecordResult result = fields.Failed || number == 0 ? RecordResult.NotUnderstood
            : number == Generic ? GenericEvent.Decode(body, Names, ref e, out name)
            : Decode(body, name = _names.Of(number), ref e);
        if (result != RecordResult.Event || name is null)
        {
            return Reject(result == RecordResult.CpuOutOfRange ? "cpu-out-of-range" : "record-not-understood", e.Place);
        }

        if (tasks is not null)
        {
            TellTasks(body, e.Kind, tasks);
        }

        name.Count++;
        return true;
    }

    /// <summary>Counts what can't be decoded.</summary>
    /// <returns>False.</returns>
    public bool Reject(string anomaly, long place)
    {
        inspection.Count(anomaly, () => $"byte {place}");
        return false;
    }

    // prev_comm 1, prev_pid 2, next_comm 5, next_pid 6 of a switch; comm 1, pid 2 of a waking.
    private static void TellTasks(ReadOnlySpan<byte> body, KernelEventKind kind, NamedTasks tasks)
    {
        if (kind is not (KernelEventKind.SchedSwitch or KernelEventKind.SchedWaking or KernelEventKind.SchedWakeup))
        {
            return;
        }

        ReadOnlySpan<byte> name = default;
        ReadOnlySpan<byte> nextName = default;
        long pid = 0;
        long nextPid = 0;
        var fields = new ProtoFields(body);
        while (fields.TryNext())
        {
            switch (fields.Number)
            {
                case 1:
                    name = fields.Bytes;
                    break;
                case 2:
                    pid = (long)fields.Value;
                    break;
                case 5 when kind == KernelEventKind.SchedSwitch:
                    nextName = fields.Bytes;
                    break;
                case 6 when kind == KernelEventKind.SchedSwitch:
                    nextPid = (long)fields.Value;
                    break;
            }
        }

        tasks.See(name, pid);
        tasks.See(nextName, nextPid);
    }

    private static RecordResult Decode(ReadOnlySpan<byte> body, EventName name, ref KernelEvent e)
    {
        if (FtraceFieldNumbers.Of(name.Kind) is not { } numbers)
        {
            return RecordResult.Event;
        }

        Span<long> values = stackalloc long[FtraceFieldNumbers.Max + 1];
        values.Clear();
        bool hasC = false;
        ReadOnlySpan<byte> text = default;
        var fields = new ProtoFields(body);
        while (fields.TryNext())
        {
            if (fields.IsDelimited)
            {
                text = fields.Number == numbers.Text ? fields.Bytes : text;
            }
            else if (fields.Number < values.Length)
            {
                values[fields.Number] = (long)fields.Value;
                hasC |= fields.Number == numbers.C;
            }
        }

        if (fields.Failed)
        {
            return RecordResult.NotUnderstood;
        }

        e.Kind = name.Kind;
        (e.A, e.B, e.C) = (values[numbers.A], numbers.B == 0 ? 0 : values[numbers.B], numbers.C == 0 ? 0 : values[numbers.C]);
        EventRules.TakeName(text, ref e);
        return EventRules.Complete(hasC, ref e);
    }
}
