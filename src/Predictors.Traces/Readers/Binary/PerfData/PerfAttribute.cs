namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>What perf recorded of one event: the parts of <c>perf_event_attr</c> that say how its records are laid out.</summary>
internal sealed class PerfAttribute
{
    /// <summary>The shortest attribute: that of the first version.</summary>
    public const int MinBytes = 64;

    /// <summary>The longest attribute that is read.</summary>
    public const int MaxBytes = 4096;

    private const uint Tracepoint = 2;
    private const int SampleTypeAt = 24;
    private const int ReadFormatAt = 32;
    private const int FlagsAt = 40;
    private const int ClockAt = 92;
    private const int SampleIdAllBit = 18;
    private const int UseClockBit = 25;

    /// <summary>Reads an attribute.</summary>
    /// <param name="bytes">The attribute, of <see cref="MinBytes"/> or more.</param>
    /// <param name="order">The byte order.</param>
    public PerfAttribute(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        IsTracepoint = order.U32(bytes) == Tracepoint;
        SampleType = (SampleFields)order.U64(bytes[SampleTypeAt..]);
        ReadFormat = order.U64(bytes[ReadFormatAt..]);
        ulong flags = order.U64(bytes[FlagsAt..]);
        AllRecordsHaveIds = Flag(SampleIdAllBit);
        Clock = !Flag(UseClockBit) || bytes.Length < ClockAt + sizeof(int) ? "perf" : ClockName(order.U32(bytes[ClockAt..]));

        // Bit fields begin at the highest bit where the highest byte comes first.
        bool Flag(int bit) => (flags >> (order.IsBigEndian ? 63 - bit : bit) & 1) != 0;
    }

    /// <summary>Whether the event is a tracepoint.</summary>
    public bool IsTracepoint { get; }

    /// <summary>What its samples hold.</summary>
    public SampleFields SampleType { get; }

    /// <summary>What the counter values in its samples hold.</summary>
    public ulong ReadFormat { get; }

    /// <summary>Whether other records than samples end with time, CPU and so on.</summary>
    public bool AllRecordsHaveIds { get; }

    /// <summary>The clock.</summary>
    public string Clock { get; }

    private static string ClockName(uint clock) => clock switch
    {
        0 => "realtime",
        1 => "mono",
        4 => "mono_raw",
        7 => "boot",
        11 => "tai",
        _ => "unknown",
    };
}
