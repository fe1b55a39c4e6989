using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>Decodes the records of one event, to the same values that its text gives.</summary>
internal sealed class EventDecoder
{
    private readonly KernelSymbols _symbols;
    private readonly NumberField _flags;
    private readonly NumberField _pid;
    private readonly NumberField _a;
    private readonly NumberField _b;
    private readonly NumberField _c;
    private readonly TextField? _irqName;
    private readonly int _minLength;

    /// <summary>Takes the places of an event's values from its format.</summary>
    public EventDecoder(EventFormat format, EventName name, KernelSymbols symbols, ByteOrder order)
    {
        Name = name;
        Kind = name.Kind;
        _symbols = symbols;
        _flags = NumberField.Of(format, "common_flags", order);
        _pid = NumberField.Of(format, "common_pid", order);
        bool isArmExit = Kind == KernelEventKind.KvmExit && !format.TryFind("exit_reason", out _);
        if ((isArmExit ? EventValues.ArmExit : EventValues.Of(Kind)) is { } values)
        {
            _a = NumberField.Of(format, values.A, order);
            _b = values.B is null ? NumberField.None : NumberField.Of(format, values.B, order);
            _c = (values.C ?? values.Optional) is { } third ? NumberField.Of(format, third, order) : NumberField.None;
            _irqName = Kind == KernelEventKind.IrqHandlerEntry ? TextField.Of(format, "name", order) : null;
            LacksFields = !_a.IsThere
                || (values.B is not null && !_b.IsThere)
                || (values.C is not null && !_c.IsThere)
                || (Kind == KernelEventKind.IrqHandlerEntry && _irqName is null);
        }

        if (LacksFields || Kind == KernelEventKind.Other)
        {
            Kind = KernelEventKind.Other;
            (_a, _b, _c, _irqName) = (NumberField.None, NumberField.None, NumberField.None, null);
        }

        _minLength = Math.Max(
            Math.Max(Math.Max(_flags.End, _pid.End), Math.Max(_a.End, _b.End)), Math.Max(_c.End, _irqName?.End ?? 0));
    }

    /// <summary>The event's name.</summary>
    public EventName Name { get; }

    /// <summary>What the records are: any other event where fields are missing.</summary>
    public KernelEventKind Kind { get; }

    /// <summary>Whether the event bears a name that means something, but lacks the fields that it should have.</summary>
    public bool LacksFields { get; }

    /// <summary>Decodes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="e">The event: task, kind and values are set.</param>
    /// <returns>Whether the record holds what its format says.</returns>
    public RecordResult Decode(ReadOnlySpan<byte> record, ref KernelEvent e)
    {
        if (record.Length < _minLength)
        {
            return RecordResult.NotUnderstood;
        }

        e.Kind = Kind;
        e.InInterrupt = EventRules.InInterrupt(_flags.Read(record));
        e.Pid = _pid.IsThere ? (int)_pid.Read(record) : Marks.NoTask;
        e.A = _a.Read(record);
        e.B = _b.Read(record);
        e.C = _c.Read(record);
        switch (Kind)
        {
            case KernelEventKind.IpiEntry:
                e.A = _symbols.IpiReason(e.A);
                return RecordResult.Event;
            case KernelEventKind.IrqHandlerEntry:
                bool named = _irqName!.TryRead(record, out ReadOnlySpan<byte> name);
                EventRules.TakeName(name, ref e);
                return named ? RecordResult.Event : RecordResult.NotUnderstood;
            case KernelEventKind.HrtimerExpire or KernelEventKind.HrtimerStart:
                e.C = _c.IsThere && _symbols.IsTick(e.C) ? 1 : 0;
                return RecordResult.Event;
            default:
                return EventRules.Complete(_c.IsThere, ref e);
        }
    }
}
