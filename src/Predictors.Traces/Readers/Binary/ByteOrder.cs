using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Predictors.Traces.Readers.Binary;

/// <summary>Reads numbers in the byte order of the machine that recorded them.</summary>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
internal readonly record struct ByteOrder(bool IsBigEndian)
{
    private bool Swaps => IsBigEndian == BitConverter.IsLittleEndian;

    /// <summary>Reads 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort U16(ReadOnlySpan<byte> bytes)
    {
        ushort value = MemoryMarshal.Read<ushort>(bytes);
        return Swaps ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Reads 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint U32(ReadOnlySpan<byte> bytes)
    {
        uint value = MemoryMarshal.Read<uint>(bytes);
        return Swaps ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Reads 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong U64(ReadOnlySpan<byte> bytes)
    {
        ulong value = MemoryMarshal.Read<ulong>(bytes);
        return Swaps ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
