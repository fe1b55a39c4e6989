using System.Text;

namespace Predictors.Traces.Readers.Binary;

/// <summary>Reads the parts of a header one behind the other.</summary>
/// <param name="file">The file.</param>
/// <param name="at">Where to begin.</param>
/// <param name="order">The byte order of its numbers.</param>
internal sealed class ByteCursor(FileBytes file, long at, ByteOrder order)
{
    private const int MaxStringBytes = 4096;
    private const int StringPieceBytes = 64;

    /// <summary>The file.</summary>
    public FileBytes File => file;

    /// <summary>Where the next part begins.</summary>
    public long At { get; private set; } = at;

    /// <summary>The byte order of the numbers.</summary>
    public ByteOrder Order { get; set; } = order;

    /// <summary>Reads 8 bits.</summary>
    public byte U8(string what)
    {
        Span<byte> bytes = stackalloc byte[1];
        Take(bytes, what);
        return bytes[0];
    }

    /// <summary>Reads 16 bits.</summary>
    public ushort U16(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        Take(bytes, what);
        return Order.U16(bytes);
    }

    /// <summary>Reads 32 bits.</summary>
    public uint U32(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        Take(bytes, what);
        return Order.U32(bytes);
    }

    /// <summary>Reads 64 bits.</summary>
    public ulong U64(string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Take(bytes, what);
        return Order.U64(bytes);
    }

    /// <summary>Reads a string up to its zero byte.</summary>
    public string Text(string what)
    {
        long start = At;
        var text = new List<byte>();
        Span<byte> piece = stackalloc byte[StringPieceBytes];
        while (text.Count <= MaxStringBytes)
        {
            Span<byte> part = piece[..(int)Math.Min(StringPieceBytes, Math.Max(1, file.Length - At))];
            file.Read(At, part, what);
            int end = part.IndexOf((byte)0);
            text.AddRange(end < 0 ? part : part[..end]);
            At += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                return Encoding.UTF8.GetString([.. text]);
            }
        }

        throw file.Damaged(start, $"The {what} has no end within {MaxStringBytes} bytes.");
    }

    /// <summary>Reads bytes.</summary>
    public byte[] Bytes(ulong size, int maxSize, string what)
    {
        byte[] bytes = file.Read(At, size, maxSize, what);
        At += bytes.Length;
        return bytes;
    }

    /// <summary>Reads bytes that must be these.</summary>
    public void Expect(ReadOnlySpan<byte> expected, string what)
    {
        long start = At;
        Span<byte> bytes = stackalloc byte[expected.Length];
        Take(bytes, what);
        if (!bytes.SequenceEqual(expected))
        {
            throw file.Damaged(start, $"The {what} was expected here, but other bytes stand here: the file is damaged.");
        }
    }

    /// <summary>Passes over bytes.</summary>
    /// <returns>Where they begin.</returns>
    public long Skip(ulong size, string what)
    {
        file.Check((ulong)At, size, what);
        long start = At;
        At += (long)size;
        return start;
    }

    private void Take(Span<byte> bytes, string what)
    {
        file.Read(At, bytes, what);
        At += bytes.Length;
    }
}
