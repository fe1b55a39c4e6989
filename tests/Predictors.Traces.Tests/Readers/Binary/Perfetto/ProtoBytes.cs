using System.Text;

namespace Predictors.Traces.Tests.Readers.Binary.Perfetto;

/// <summary>Writes a protobuf message.</summary>
internal sealed class ProtoBytes
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ProtoBytes Number(int field, ulong value) => Varint((ulong)field << 3).Varint(value);

    public ProtoBytes Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2).Varint((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    public ProtoBytes Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoBytes Message(int field, ProtoBytes message) => Bytes(field, message.ToArray());

    /// <summary>A packed array.</summary>
    public ProtoBytes Column(int field, params ReadOnlySpan<ulong> values)
    {
        var column = new ProtoBytes();
        foreach (ulong value in values)
        {
            column.Varint(value);
        }

        return Bytes(field, column.ToArray());
    }

    private ProtoBytes Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)(value | 0x80));
        }

        _bytes.Add((byte)value);
        return this;
    }
}
