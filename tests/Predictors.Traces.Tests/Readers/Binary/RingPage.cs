namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>A page of a ring buffer.</summary>
internal sealed class RingPage
{
    public const int Bytes = 512;
    private readonly bool _bigEndian;
    private readonly int _wordBytes;
    private readonly ByteWriter _page;
    private uint _flags;
    private ulong? _lost;

    public RingPage(ulong time, bool bigEndian = false, int wordBytes = 8)
    {
        _bigEndian = bigEndian;
        _wordBytes = wordBytes;
        _page = new ByteWriter(bigEndian).U64(time).Number(0, wordBytes);
    }

    public RingPage Event(uint delta, byte[] data) => Head((uint)(data.Length + 3) / 4, delta).Data(data);

    /// <summary>An event whose length stands in a word of its own.</summary>
    public RingPage LongEvent(uint delta, byte[] data)
    {
        Head(0, delta);
        _page.U32((uint)data.Length + 4);
        return Data(data);
    }

    public RingPage TimeExtend(ulong delta) => Time(30, delta);

    public RingPage TimeStamp(ulong time) => Time(31, time & ((1ul << 59) - 1));

    public RingPage Discarded(uint delta, int bytes)
    {
        Head(29, delta);
        _page.U32((uint)bytes).Raw(new byte[bytes - 4]);
        return this;
    }

    public RingPage RestIsEmpty() => Head(29, 0).Data(new byte[40]);

    public RingPage Lost(ulong? count)
    {
        _flags = 1u << 31 | (count is null ? 0 : 1u << 30);
        _lost = count;
        return this;
    }

    public byte[] ToArray()
    {
        int head = 8 + _wordBytes;
        _page.Patch(8, (uint)(_page.Length - head) | (ulong)_flags, _wordBytes);
        if (_lost is { } lost)
        {
            _page.Number(lost, _wordBytes);
        }

        return _page.PadTo(Bytes).ToArray();
    }

    private RingPage Time(uint type, ulong value)
    {
        Head(type, (uint)(value & ((1 << 27) - 1)));
        _page.U32((uint)(value >> 27));
        return this;
    }

    private RingPage Head(uint type, uint delta)
    {
        _page.U32(_bigEndian ? (type << 27) | delta : type | (delta << 5));
        return this;
    }

    private RingPage Data(byte[] data)
    {
        _page.Raw(data).PadTo((_page.Length + 3) & ~3);
        return this;
    }
}
