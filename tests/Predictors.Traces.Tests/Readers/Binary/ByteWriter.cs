using System.Text;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Writes numbers in either byte order.</summary>
internal sealed class ByteWriter(bool bigEndian)
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    public ByteWriter Number(ulong value, int size)
    {
        for (int i = 0; i < size; i++)
        {
            _bytes.Add((byte)(value >> (8 * (bigEndian ? size - 1 - i : i))));
        }

        return this;
    }

    public ByteWriter U8(byte value) => Number(value, 1);

    public ByteWriter U16(ushort value) => Number(value, 2);

    public ByteWriter U32(uint value) => Number(value, 4);

    public ByteWriter U64(ulong value) => Number(value, 8);

    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ByteWriter Text(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>A size and the text.</summary>
    public ByteWriter Part(string text, int sizeBytes) => Number((ulong)text.Length, sizeBytes).Text(text);

    /// <summary>Zeros up to a length.</summary>
    public ByteWriter PadTo(int length) => Raw(new byte[Math.Max(0, length - Length)]);

    public ByteWriter Patch(int at, ulong value, int size)
    {
        byte[] bytes = new ByteWriter(bigEndian).Number(value, size).ToArray();
        for (int i = 0; i < size; i++)
        {
            _bytes[at + i] = bytes[i];
        }

        return this;
    }
}
