using System.Numerics;
using System.Runtime.InteropServices;

namespace Predictors.Traces.Native;

/// <summary>The CRC-32C of RFC 3720: it finds every single damaged byte.</summary>
internal static class Crc32C
{
    // Three lanes at once: the processor begins a step each cycle, but takes three for one.
    private const int LaneWords = 256;
    private static readonly uint[] AfterOneLane = AfterZeros(LaneWords);
    private static readonly uint[] AfterTwoLanes = AfterZeros(2 * LaneWords);

    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default) =>
        ~Add(Add(uint.MaxValue, first), second);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ReadOnlySpan<byte> rest = bytes[(words.Length * sizeof(ulong))..];
        while (words.Length >= 3 * LaneWords)
        {
            ReadOnlySpan<ulong> lane = words[..LaneWords];
            ReadOnlySpan<ulong> secondLane = words.Slice(LaneWords, LaneWords);
            ReadOnlySpan<ulong> thirdLane = words.Slice(2 * LaneWords, LaneWords);
            uint second = 0;
            uint third = 0;
            for (int i = 0; i < lane.Length; i++)
            {
                crc = BitOperations.Crc32C(crc, lane[i]);
                second = BitOperations.Crc32C(second, secondLane[i]);
                third = BitOperations.Crc32C(third, thirdLane[i]);
            }

            crc = Apply(AfterTwoLanes, crc) ^ Apply(AfterOneLane, second) ^ third;
            words = words[(3 * LaneWords)..];
        }

        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte b in rest)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }

    // A CRC is linear: what zeros behind it make of it is the sum of what they make of its bits.
    private static uint[] AfterZeros(int words)
    {
        var after = new uint[32];
        for (int bit = 0; bit < after.Length; bit++)
        {
            uint crc = 1u << bit;
            for (int i = 0; i < words; i++)
            {
                crc = BitOperations.Crc32C(crc, 0ul);
            }

            after[bit] = crc;
        }

        return after;
    }

    private static uint Apply(uint[] after, uint crc)
    {
        uint sum = 0;
        for (int bit = 0; bit < after.Length; bit++)
        {
            sum ^= after[bit] & (0u - ((crc >> bit) & 1));
        }

        return sum;
    }
}
