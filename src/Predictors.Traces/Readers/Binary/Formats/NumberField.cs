using System.Runtime.CompilerServices;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>Reads one number out of the records of one event.</summary>
/// <param name="Offset">Where it begins; -1 where the event has no such field.</param>
/// <param name="Size">1, 2, 4 or 8 bytes.</param>
/// <param name="Signed">Whether it has a sign.</param>
/// <param name="Order">The byte order.</param>
internal readonly record struct NumberField(int Offset, int Size, bool Signed, ByteOrder Order)
{
    /// <summary>A field that is not there, read as 0.</summary>
    public static NumberField None { get; } = new(-1, 0, false, default);

    /// <summary>Whether the event has the field.</summary>
    public bool IsThere => Offset >= 0;

    /// <summary>How long a record must be.</summary>
    public int End => IsThere ? Offset + Size : 0;

    /// <summary>Makes a reader of a field.</summary>
    /// <returns>The reader; <see cref="None"/> where the field is no plain number.</returns>
    public static NumberField Of(EventFormat format, string name, ByteOrder order) =>
        format.TryFind(name, out FormatField field) && field is { Location: FieldLocation.Inline, Size: 1 or 2 or 4 or 8 }
            ? new NumberField(field.Offset, field.Size, field.Signed, order)
            : None;

    /// <summary>Reads the number.</summary>
    /// <param name="record">A record of <see cref="End"/> bytes or more.</param>
    /// <returns>The number; 64 bits without a sign come as they are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Read(ReadOnlySpan<byte> record)
    {
        switch (Size)
        {
            case 4:
                uint word = Order.U32(record[Offset..]);
                return Signed ? (int)word : word;
            case 8:
                return (long)Order.U64(record[Offset..]);
            case 2:
                ushort half = Order.U16(record[Offset..]);
                return Signed ? (short)half : half;
            case 1:
                return Signed ? (sbyte)record[Offset] : record[Offset];
            default:
                return 0;
        }
    }
}
