using System.Buffers.Binary;

namespace Predictors.Traces.Native;

/// <summary>What stands before each block's bytes in a packed trace.</summary>
internal readonly record struct WakeBlock
{
    public const int Bytes = 36;
    public const int EndPayloadBytes = 16;
    public const uint ChunkTag = 0x4B4E_4843;
    public const uint InspectionTag = 0x5053_4E49;
    public const uint EndTag = 0x2044_4E45;

    public uint Tag { get; init; }

    /// <summary>0 = as is, 1 = one zstd frame.</summary>
    public uint Codec { get; init; }

    public uint StoredBytes { get; init; }

    public uint PlainBytes { get; init; }

    public uint Vcpu { get; init; }

    public uint Segments { get; init; }

    public ulong FirstIndex { get; init; }

    /// <summary>Reads a block's head. The checksum still has to be compared.</summary>
    public static WakeBlock Read(ReadOnlySpan<byte> from) => new()
    {
        Tag = BinaryPrimitives.ReadUInt32LittleEndian(from),
        Codec = BinaryPrimitives.ReadUInt32LittleEndian(from[4..]),
        StoredBytes = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
        PlainBytes = BinaryPrimitives.ReadUInt32LittleEndian(from[12..]),
        Vcpu = BinaryPrimitives.ReadUInt32LittleEndian(from[16..]),
        Segments = BinaryPrimitives.ReadUInt32LittleEndian(from[20..]),
        FirstIndex = BinaryPrimitives.ReadUInt64LittleEndian(from[24..]),
    };

    /// <summary>Whether the checksum in the head is that of the head and the stored bytes.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> head, ReadOnlySpan<byte> stored) =>
        BinaryPrimitives.ReadUInt32LittleEndian(head[32..]) == Crc32C.Of(head[..32], stored);

    /// <summary>Writes the head with the checksum of itself and the stored bytes.</summary>
    public void Write(Span<byte> to, ReadOnlySpan<byte> stored)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, Tag);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Codec);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], StoredBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], PlainBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(to[16..], Vcpu);
        BinaryPrimitives.WriteUInt32LittleEndian(to[20..], Segments);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], FirstIndex);
        BinaryPrimitives.WriteUInt32LittleEndian(to[32..], Crc32C.Of(to[..32], stored));
    }
}
