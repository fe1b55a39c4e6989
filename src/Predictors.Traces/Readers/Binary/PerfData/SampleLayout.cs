namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>Where the parts of an event's samples stand, and those at the end of its other records.</summary>
internal sealed class SampleLayout
{
    private const int Word = sizeof(ulong);

    // The order in which the parts of fixed size stand in a sample, and at the end of other records.
    private static readonly SampleFields[] SampleOrder =
    [
        SampleFields.Identifier, SampleFields.Ip, SampleFields.Tid, SampleFields.Time, SampleFields.Address, SampleFields.Id,
        SampleFields.StreamId, SampleFields.Cpu, SampleFields.Period,
    ];

    private static readonly SampleFields[] TrailerOrder =
    [
        SampleFields.Tid, SampleFields.Time, SampleFields.Id, SampleFields.StreamId, SampleFields.Cpu, SampleFields.Identifier,
    ];

    private readonly PerfAttribute _attribute;
    private readonly ByteOrder _order;
    private readonly int _timeAt;
    private readonly int _cpuAt;
    private readonly int _taskAt;
    private readonly int _fixedBytes;

    /// <summary>Works out the places.</summary>
    public SampleLayout(PerfAttribute attribute, ByteOrder order)
    {
        _attribute = attribute;
        _order = order;
        _timeAt = Place(SampleOrder, SampleFields.Time);
        _cpuAt = Place(SampleOrder, SampleFields.Cpu);
        _taskAt = Place(SampleOrder, SampleFields.Tid);
        _fixedBytes = Place(SampleOrder, SampleFields.None);
    }

    /// <summary>The event.</summary>
    public PerfAttribute Attribute => _attribute;

    /// <summary>Whether samples hold time, CPU and the tracepoint's record.</summary>
    public bool IsUsable => _attribute.IsTracepoint && Has(SampleFields.Time) && Has(SampleFields.Cpu) && Has(SampleFields.Raw);

    /// <summary>Whether records bear the event's number at a place that is the same for all events.</summary>
    public bool HasIdentifier => Has(SampleFields.Identifier);

    /// <summary>Whether the records of another event are laid out in the same way.</summary>
    public bool IsLike(SampleLayout other) =>
        _attribute.IsTracepoint == other._attribute.IsTracepoint
        && _attribute.SampleType == other._attribute.SampleType
        && _attribute.ReadFormat == other._attribute.ReadFormat
        && _attribute.AllRecordsHaveIds == other._attribute.AllRecordsHaveIds;

    /// <summary>Reads a sample.</summary>
    /// <param name="body">What follows the record's header.</param>
    /// <param name="time">Its time.</param>
    /// <param name="cpu">Its CPU.</param>
    /// <param name="process">Its process; 0 where the sample does not tell.</param>
    /// <param name="raw">The tracepoint's record.</param>
    /// <returns>Whether all of it lies inside.</returns>
    public bool TryRead(ReadOnlySpan<byte> body, out ulong time, out uint cpu, out int process, out ReadOnlySpan<byte> raw)
    {
        (time, cpu, process) = (0, 0, 0);
        raw = default;
        if (body.Length < _fixedBytes)
        {
            return false;
        }

        time = _order.U64(body[_timeAt..]);
        cpu = _order.U32(body[_cpuAt..]);
        process = Has(SampleFields.Tid) ? Math.Max(0, (int)_order.U32(body[_taskAt..])) : 0;
        body = body[_fixedBytes..];
        if ((Has(SampleFields.Read) && !TrySkipValues(ref body)) || (Has(SampleFields.CallChain) && !TrySkip(ref body, 0, Word)))
        {
            return false;
        }

        if (body.Length < sizeof(uint))
        {
            return false;
        }

        uint size = _order.U32(body);
        body = body[sizeof(uint)..];
        if (size > body.Length)
        {
            return false;
        }

        raw = body[..(int)size];
        return true;
    }

    /// <summary>Reads time and CPU at the end of a record that is no sample.</summary>
    /// <returns>Whether they are there.</returns>
    public bool TryReadTrailer(ReadOnlySpan<byte> body, out ulong time, out uint cpu)
    {
        (time, cpu) = (0, 0);
        int bytes = Place(TrailerOrder, SampleFields.None);
        if (!_attribute.AllRecordsHaveIds || !Has(SampleFields.Time) || !Has(SampleFields.Cpu) || body.Length < bytes)
        {
            return false;
        }

        body = body[^bytes..];
        time = _order.U64(body[Place(TrailerOrder, SampleFields.Time)..]);
        cpu = _order.U32(body[Place(TrailerOrder, SampleFields.Cpu)..]);
        return true;
    }

    private bool Has(SampleFields field) => (_attribute.SampleType & field) != 0;

    private int Place(SampleFields[] order, SampleFields of)
    {
        int at = 0;
        foreach (SampleFields field in order)
        {
            if (field == of)
            {
                break;
            }

            at += Has(field) ? Word : 0;
        }

        return at;
    }

    // One value, or a group of them; each with the parts that the read format asks for.
    private bool TrySkipValues(ref ReadOnlySpan<byte> body)
    {
        const ulong Times = 1 | 2;
        const ulong Parts = 4 | 16;
        const ulong Group = 8;
        int times = Word * System.Numerics.BitOperations.PopCount(_attribute.ReadFormat & Times);
        int value = Word * (1 + System.Numerics.BitOperations.PopCount(_attribute.ReadFormat & Parts));
        if ((_attribute.ReadFormat & Group) != 0)
        {
            return TrySkip(ref body, times, value);
        }

        bool fits = body.Length >= times + value;
        body = fits ? body[(times + value)..] : default;
        return fits;
    }

    // A count, a fixed part, and as many items.
    private bool TrySkip(ref ReadOnlySpan<byte> body, int fixedBytes, int itemBytes)
    {
        if (body.Length < Word + fixedBytes)
        {
            return false;
        }

        ulong count = _order.U64(body);
        body = body[(Word + fixedBytes)..];
        bool fits = count <= (ulong)(body.Length / itemBytes);
        body = fits ? body[((int)count * itemBytes)..] : default;
        return fits;
    }
}
