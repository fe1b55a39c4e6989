namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>
/// Reads the records of one CPU's ring buffer: each is a word with its type or length and the time since the one before,
/// and its data (<c>include/linux/ring_buffer.h</c>).
/// </summary>
internal sealed class CpuRecords
{
    private const int WordBytes = sizeof(uint);
    private const int LengthBits = 5;
    private const int DeltaBits = 27;
    private const uint DeltaMask = (1u << DeltaBits) - 1;
    private const uint LengthInNextWord = 0;
    private const uint Padding = 29;
    private const uint TimeExtend = 30;
    private const uint TimeStamp = 31;
    private const int StampBits = 59;
    private const ulong StampMask = (1ul << StampBits) - 1;
    private const uint UsedMask = (1u << 27) - 1;
    private const uint EventsLost = 1u << 31;
    private const uint LossIsCounted = 1u << 30;
    private const long LossUncounted = -1;
    private const long NoLoss = 0;

    private readonly FileBytes _file;
    private readonly PageSource _pages;
    private readonly RingPageLayout _layout;
    private readonly ByteOrder _order;
    private readonly byte[] _page = [];
    private int _at;
    private int _end;
    private int _recordAt;
    private int _recordLength;
    private long _loss = NoLoss;

    /// <summary>Stands before the first record.</summary>
    public CpuRecords(
        FileBytes file, int cpu, int buffer, PageSource pages, RingPageLayout layout, int pageBytes, ByteOrder order, MemoryBudget budget)
    {
        Cpu = cpu;
        Buffer = buffer;
        _file = file;
        _pages = pages;
        _layout = layout;
        _order = order;
        budget.Grow(ref _page, (uint)pageBytes, 0);
    }

    /// <summary>The CPU.</summary>
    public int Cpu { get; }

    /// <summary>The place in the file of the buffer that they are in.</summary>
    public int Buffer { get; }

    /// <summary>Whether there is a record.</summary>
    public bool HasRecord { get; private set; }

    /// <summary>The time of the record, in the clock's units.</summary>
    public ulong Time { get; private set; }

    /// <summary>Where the record stands, or what it was unpacked from.</summary>
    public long Place => _pages.Place + (_pages.PlacesAreExact ? _recordAt : 0);

    /// <summary>The record's data, valid until <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<byte> Record => _page.AsSpan(_recordAt, _recordLength);

    /// <summary>How many bytes of the file have been read.</summary>
    public long BytesRead => _pages.BytesRead;

    /// <summary>Moves on to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (true)
        {
            if (TryReadRecord())
            {
                return HasRecord = true;
            }

            int length = _pages.Read(_page);
            if (length == 0)
            {
                return HasRecord = false;
            }

            BeginPage(length);
        }
    }

    /// <summary>Whether events were lost before the record, or at the end; told once.</summary>
    /// <param name="count">How many, or -1.</param>
    public bool TryTakeLoss(out long count)
    {
        count = _loss;
        _loss = NoLoss;
        return count != NoLoss;
    }

    private void BeginPage(int length)
    {
        ReadOnlySpan<byte> page = _page.AsSpan(0, length);
        if (length < _layout.DataOffset)
        {
            throw Damaged(0, $"The last page is {length} bytes long, which is shorter than its header");
        }

        Time = _order.U64(page[_layout.TimeOffset..]);
        ReadOnlySpan<byte> commitField = page[_layout.CommitOffset..];
        uint commit = _layout.WordBytes == sizeof(ulong) ? (uint)_order.U64(commitField) : _order.U32(commitField);
        uint used = commit & UsedMask;
        if (used > length - _layout.DataOffset)
        {
            throw Damaged(_layout.CommitOffset, $"The page should hold {used} bytes of records; it has room for {length - _layout.DataOffset}");
        }

        _at = _layout.DataOffset;
        _end = _at + (int)used;
        if ((commit & EventsLost) != 0)
        {
            Lose((commit & LossIsCounted) != 0 ? page[_end..] : default);
        }
    }

    private void Lose(ReadOnlySpan<byte> countField)
    {
        long count = countField.Length < _layout.WordBytes ? LossUncounted
            : _layout.WordBytes == sizeof(ulong) ? (long)_order.U64(countField)
            : _order.U32(countField);
        _loss = count <= 0 || _loss == LossUncounted || count > long.MaxValue - _loss ? LossUncounted : _loss + count;
    }

    private bool TryReadRecord()
    {
        while (_end - _at >= WordBytes)
        {
            int at = _at;
            uint word = _order.U32(_page.AsSpan(at));
            uint type = _order.IsBigEndian ? word >> DeltaBits : word & ((1u << LengthBits) - 1);
            uint delta = _order.IsBigEndian ? word & DeltaMask : word >> LengthBits;
            _at += WordBytes;
            if (type is > LengthInNextWord and < Padding)
            {
                Time += delta;
                SetRecord(at, type * WordBytes);
                return true;
            }

            if (type == Padding && delta == 0)
            {
                break;
            }

            if (_end - _at < WordBytes)
            {
                throw Damaged(at, "The page's records end inside one");
            }

            uint next = _order.U32(_page.AsSpan(_at));
            switch (type)
            {
                case LengthInNextWord when next >= WordBytes:
                    Time += delta;
                    _at += WordBytes;
                    SetRecord(at, next - WordBytes);
                    return true;
                case Padding when next >= WordBytes && next <= _end - _at:
                    Time += delta;
                    _at += (int)next;
                    break;
                case TimeExtend:
                    Time += ((ulong)next << DeltaBits) + delta;
                    _at += WordBytes;
                    break;
                case TimeStamp:
                    Time = (Time & ~StampMask) | ((((ulong)next << DeltaBits) + delta) & StampMask);
                    _at += WordBytes;
                    break;
                default:
                    throw Damaged(at, $"A record should be {next} bytes long");
            }
        }

        _at = _end;
        return false;
    }

    private void SetRecord(int at, uint length)
    {
        if (length > _end - _at)
        {
            throw Damaged(at, $"A record should be {length} bytes long; {_end - _at} are left in its page");
        }

        _recordAt = _at;
        _recordLength = (int)length;
        _at = (int)Math.Min(_end, ((long)_at + length + WordBytes - 1) & ~(WordBytes - 1));
    }

    private TraceFormatException Damaged(int at, string message) =>
        _file.Damaged(_pages.Place + (_pages.PlacesAreExact ? at : 0), $"{message}: the ring buffer of CPU {Cpu} is damaged.");
}
