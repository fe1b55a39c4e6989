using ZstdSharp;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Makes small perf.data files.</summary>
internal sealed class PerfBytes
{
    // IP, TID, TIME, CPU, PERIOD, RAW, IDENTIFIER: what perf asks for tracepoints.
    public const ulong Usual = 0x10587;

    private const int AttributeBytes = 128;
    private readonly List<byte[]> _records = [];
    private readonly DatBytes _events;

    public PerfBytes(bool bigEndian = false)
    {
        BigEndian = bigEndian;
        _events = new DatBytes { BigEndian = bigEndian, Cpus = [] };
    }

    public bool BigEndian { get; }

    public ulong SampleType { get; init; } = Usual;

    public ulong ReadFormat { get; init; }

    /// <summary>The events' records.</summary>
    public DatBytes Events => _events;

    public byte[] Records => [.. _records.SelectMany(r => r)];

    public PerfBytes Sample(ulong time, uint cpu, byte[] raw)
    {
        ByteWriter body = Writer().U64(7);
        Part(0, w => w.U64(0xabc));
        Part(1, w => w.U32(1).U32(1));
        Part(2, w => w.U64(time));
        Part(7, w => w.U32(cpu).U32(0));
        Part(8, w => w.U64(1));
        Part(4, w => w.Raw((ReadFormat & 8) != 0 ? Writer().U64(2).U64(1).U64(2).U64(3).U64(4).ToArray() : Writer().U64(1).U64(2).ToArray()));
        Part(5, w => w.U64(2).U64(0x1).U64(0x2));
        Part(10, w => w.U32((uint)raw.Length).Raw(raw));
        return Record(9, body.PadTo((body.Length + 7) & ~7).ToArray());

        void Part(int bit, Action<ByteWriter> write)
        {
            if ((SampleType >> bit & 1) != 0)
            {
                write(body);
            }
        }
    }

    public PerfBytes Lost(ulong count, ulong time, uint cpu) =>
        Record(2, Writer().U64(7).U64(count).U32(1).U32(1).U64(time).U32(cpu).U32(0).U64(7).ToArray());

    public PerfBytes FinishedRound() => Record(68, []);

    public PerfBytes Record(uint type, byte[] body)
    {
        _records.Add(Writer().U32(type).U16(0).U16((ushort)(body.Length + 8)).Raw(body).ToArray());
        return this;
    }

    /// <summary>Packs all records into one zstd stream, cut into records of these many bytes of plain data.</summary>
    public PerfBytes Packed(int pieceBytes, bool aligned)
    {
        byte[] plain = Records;
        _records.Clear();
        var packed = new MemoryStream();
        using var zstd = new CompressionStream(packed, leaveOpen: true);
        foreach (byte[] piece in plain.Chunk(pieceBytes))
        {
            zstd.Write(piece);
            zstd.Flush();
            byte[] bytes = packed.ToArray();
            packed.SetLength(0);
            Record(aligned ? 83u : 81, aligned ? Writer().U64((ulong)bytes.Length).Raw(bytes).PadTo((bytes.Length + 15) & ~7).ToArray() : bytes);
        }

        return this;
    }

    public byte[] File()
    {
        byte[] data = Records;
        const int Attributes = 104;
        const int Ids = Attributes + AttributeBytes + 16;
        const int Data = Ids + 8;
        byte[] tracing = TracingData();
        int features = Data + data.Length;
        return Writer().Raw(Magic()).U64(Attributes).U64(AttributeBytes + 16)
            .U64(Attributes).U64(AttributeBytes + 16).U64(Data).U64((ulong)data.Length).U64(0).U64(0)
            .U64(1 << 1 | 1 << 3).U64(0).U64(0).U64(0)
            .Raw(Attribute()).U64(Ids).U64(8).U64(7)
            .Raw(data)
            .U64((ulong)features + 32).U64((ulong)tracing.Length).U64((ulong)features).U64(0)
            .Raw(tracing).ToArray();
    }

    public byte[] Pipe()
    {
        byte[] tracing = TracingData();
        ByteWriter padded = Writer().Raw(tracing);
        byte[] before = new PerfBytes(BigEndian)
            .Record(64, Writer().Raw(Attribute()).U64(7).ToArray())
            .Record(66, Writer().U32((uint)tracing.Length).ToArray()).Records;
        return Writer().Raw(Magic()).U64(16).Raw(before).Raw(padded.PadTo((tracing.Length + 7) & ~7).ToArray()).Raw(Records).ToArray();
    }

    private ReadOnlySpan<byte> Magic() => BigEndian ? "2ELIFREP"u8 : "PERFILE2"u8;

    private byte[] Attribute()
    {
        int allIds = BigEndian ? 63 - 18 : 18;
        int useClock = BigEndian ? 63 - 25 : 25;
        return Writer().U32(2).U32(AttributeBytes).U64(155).U64(1).U64(SampleType).U64(ReadFormat).U64(1ul << allIds | 1ul << useClock)
            .PadTo(92).U32(1).PadTo(AttributeBytes).ToArray();
    }

    private byte[] TracingData()
    {
        ByteWriter data = Writer().U8(0x17).U8(0x08).U8(0x44).Text("tracing0.6\0").U8((byte)(BigEndian ? 1 : 0)).U8(8).U32(4096)
            .Text("header_page\0").Part(FormatTexts.Page(8), 8).Text("header_event\0").Part("", 8).U32(0).U32(1).Text("power\0").U32(2);
        return data.Part(FormatTexts.CpuIdle, 8).Part(FormatTexts.SchedSwitch, 8).U32(0).U32(0).U64(0).ToArray();
    }

    private ByteWriter Writer() => new(BigEndian);
}
