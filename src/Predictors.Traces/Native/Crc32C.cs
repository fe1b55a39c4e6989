using System.Numerics;
using System.Runtime.InteropServices;

namespace Predictors.Traces.Native;

/// <summary>The CRC-32C of RFC 3720: it finds every single damaged byte.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default) =>
        ~Add(Add(uint.MaxValue, first), second);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte b in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
