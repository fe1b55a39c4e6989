using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Predictors.Traces.Native;

/// <summary>A column as <see cref="ColumnCodec"/> packs it: the smallest value, and each value's distance from it in so many bytes.</summary>
internal readonly ref struct PackedColumn
{
    private readonly int _width;
    private readonly long _low;
    private readonly ReadOnlySpan<byte> _data;

    private PackedColumn(int width, long low, ReadOnlySpan<byte> data)
    {
        _width = width;
        _low = low;
        _data = data;
    }

    /// <summary>How many bytes the column takes.</summary>
    public int Bytes => ColumnCodec.PrefixBytes + _data.Length;

    /// <summary>Finds the column at the beginning of bytes.</summary>
    /// <returns>Whether there is one of so many values.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> from, int values, out PackedColumn column)
    {
        column = default;
        if (from.Length < ColumnCodec.PrefixBytes || from[0] is not (0 or 1 or 2 or 4 or 8) || (from.Length - ColumnCodec.PrefixBytes) / values < from[0])
        {
            return false;
        }

        column = new PackedColumn(
            from[0], BinaryPrimitives.ReadInt64LittleEndian(from[1..]), from.Slice(ColumnCodec.PrefixBytes, from[0] * values));
        return true;
    }

    /// <summary>Unpacks the values.</summary>
    public void CopyTo(Span<long> values)
    {
        switch (_width)
        {
            case 0:
                values.Fill(_low);
                break;
            case 1:
                Widening.Add<long, Wide64>(_data, _low, values);
                break;
            case 2:
                Widening.Add<long, Wide64>(MemoryMarshal.Cast<byte, ushort>(_data), _low, values);
                break;
            case 4:
                Widening.Add(MemoryMarshal.Cast<byte, uint>(_data), _low, values);
                break;
            default:
                Widening.Add(MemoryMarshal.Cast<byte, long>(_data), _low, values);
                break;
        }
    }

    /// <summary>Unpacks values of 32 bits.</summary>
    /// <param name="values">Where they go.</param>
    /// <param name="scratch">Room for as many.</param>
    /// <returns>False where one is larger.</returns>
    public bool TryCopyTo(Span<int> values, Span<long> scratch)
    {
        bool surelyFits = _low is >= int.MinValue and <= int.MaxValue - ushort.MaxValue;
        switch (_width)
        {
            case 0 when surelyFits:
                values.Fill((int)_low);
                return true;
            case 1 when surelyFits:
                Widening.Add<int, Wide32>(_data, (int)_low, values);
                return true;
            case 2 when surelyFits:
                Widening.Add<int, Wide32>(MemoryMarshal.Cast<byte, ushort>(_data), (int)_low, values);
                return true;
        }

        CopyTo(scratch);
        bool fit = true;
        for (int i = 0; i < values.Length; i++)
        {
            fit &= scratch[i] == (int)scratch[i];
            values[i] = (int)scratch[i];
        }

        return fit;
    }

    /// <summary>Unpacks values of 8 bits without a sign.</summary>
    /// <param name="values">Where they go.</param>
    /// <param name="scratch">Room for as many.</param>
    /// <returns>False where one is larger or negative.</returns>
    public bool TryCopyTo(Span<byte> values, Span<long> scratch)
    {
        bool lowFits = _low is >= 0 and <= byte.MaxValue;
        switch (_width)
        {
            case 0 when lowFits:
                values.Fill((byte)_low);
                return true;
            case 1 when lowFits && !_data.ContainsAnyExceptInRange((byte)0, (byte)(byte.MaxValue - _low)):
                Widening.Add(_data, (byte)_low, values);
                return true;
        }

        CopyTo(scratch);
        bool fit = true;
        for (int i = 0; i < values.Length; i++)
        {
            fit &= scratch[i] == (byte)scratch[i];
            values[i] = (byte)scratch[i];
        }

        return fit;
    }
}
