using System.Buffers.Binary;
using Predictors.Traces.Native;

namespace Predictors.Traces.Tests.Native;

/// <summary>Gives changed packed traces the checksums that their bytes ask for, so that what stands behind the checksums is tried.</summary>
internal static class WakeSeals
{
    private const int HeaderLengthAt = 12;

    /// <summary>Seals the header and all blocks, as far as the file goes.</summary>
    public static void SealAll(byte[] bytes)
    {
        if (bytes.Length < WakeFormat.FixedHeaderBytes)
        {
            return;
        }

        long at = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(HeaderLengthAt));
        if (at < WakeFormat.FixedHeaderBytes + WakeFormat.ChecksumBytes || at > bytes.Length)
        {
            return;
        }

        int end = (int)at - WakeFormat.ChecksumBytes;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Crc32C.Of(bytes.AsSpan(0, end)));
        while (bytes.Length - at >= WakeBlock.Bytes)
        {
            at += WakeBlock.Bytes + (long)Seal(bytes, (int)at).StoredBytes;
        }
    }

    /// <summary>Seals the block that begins at a place.</summary>
    public static WakeBlock Seal(byte[] bytes, int start)
    {
        WakeBlock block = WakeBlock.Read(bytes.AsSpan(start));
        int stored = (int)Math.Min(block.StoredBytes, bytes.Length - start - WakeBlock.Bytes);
        block.Write(bytes.AsSpan(start), bytes.AsSpan(start + WakeBlock.Bytes, stored));
        return block;
    }
}
