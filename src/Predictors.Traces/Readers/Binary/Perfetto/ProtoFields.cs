using System.Buffers.Binary;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Reads the fields of a protobuf message one behind the other.</summary>
/// <param name="message">The message.</param>
internal ref struct ProtoFields(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;
    private const int MaxVarintBytes = 10;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the field that was read last.</summary>
    public int Number { get; private set; }

    /// <summary>Its value, where it is a number; else 0.</summary>
    public ulong Value { get; private set; }

    /// <summary>Its bytes, where it is a text, a message or a packed array; else empty.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Whether it has <see cref="Bytes"/>, and not a <see cref="Value"/>.</summary>
    public bool IsDelimited { get; private set; }

    /// <summary>Whether the message ended inside a field, or holds what no field is.</summary>
    public bool Failed { get; private set; }

    /// <summary>How many bytes stand behind it.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>Reads the next field.</summary>
    /// <returns>False at the end, and where the message <see cref="Failed"/>.</returns>
    public bool TryNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (!TryVarint(ref _rest, out ulong tag) || tag >> 3 is 0 or > int.MaxValue)
        {
            return Fail();
        }

        Number = (int)(tag >> 3);
        Bytes = default;
        Value = 0;
        IsDelimited = false;
        switch ((int)tag & 7)
        {
            case Varint:
                bool read = TryVarint(ref _rest, out ulong value);
                Value = value;
                return read || Fail();
            case Fixed64 when _rest.Length >= sizeof(ulong):
                Value = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
                _rest = _rest[sizeof(ulong)..];
                return true;
            case Fixed32 when _rest.Length >= sizeof(uint):
                Value = BinaryPrimitives.ReadUInt32LittleEndian(_rest);
                _rest = _rest[sizeof(uint)..];
                return true;
            case Delimited when TryVarint(ref _rest, out ulong length) && length <= (ulong)_rest.Length:
                IsDelimited = true;
                Bytes = _rest[..(int)length];
                _rest = _rest[(int)length..];
                return true;
            default:
                return Fail();
        }
    }

    /// <summary>Reads a number of one to ten bytes of seven bits, the lowest first.</summary>
    /// <param name="bytes">The bytes; moves on behind the number.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it ends inside the bytes.</returns>
    public static bool TryVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < bytes.Length && i < MaxVarintBytes; i++)
        {
            byte part = bytes[i];
            value |= (ulong)(part & 0x7f) << (7 * i);
            if (part < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    private bool Fail()
    {
        Failed = true;
        _rest = default;
        return false;
    }
}
