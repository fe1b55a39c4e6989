using Predictors.Traces.Native;

namespace Predictors.Traces.Readers;

/// <summary>Files that begin with a signature of something that is not read here, and what to do with them.</summary>
internal static class BinarySignatures
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int Bytes = 16;

    private static readonly (byte[] Signature, string Reason)[] Known =
    [
        ([.. WakeFormat.Magic], "This is a packed trace: it holds idle segments and no longer the recording's events, which are needed here."),
        ([.. "PK"u8, 3, 4], "This is a zip archive: unpack it first."),
        ([0xfd, .. "7zXZ"u8, 0], "This is an xz file: unpack it first, or pack it with gzip or zstd."),
        ([.. "BZh"u8], "This is a bzip2 file: unpack it first, or pack it with gzip or zstd."),
        ([0x04, 0x22, 0x4d, 0x18], "This is an lz4 file: unpack it first, or pack it with gzip or zstd."),
        ([0xc1, 0x1f, 0xfc, 0xc1], "This is a stream of a CTF trace (LTTng): this format is not read."),
        ([0xc1, 0xfc, 0x1f, 0xc1], "This is a stream of a CTF trace (LTTng): this format is not read."),
        ([0x1f, 0x8b], "This is gzip data inside packed data: unpack it once."),
        ([0x28, 0xb5, 0x2f, 0xfd], "This is zstd data inside packed data: unpack it once."),
    ];

    /// <summary>Refuses a file by its first bytes.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="start">Its first bytes, decompressed.</param>
    /// <exception cref="TraceFormatException">They are a known signature.</exception>
    public static void Refuse(string path, ReadOnlySpan<byte> start)
    {
        foreach ((byte[] signature, string reason) in Known)
        {
            if (start.StartsWith(signature))
            {
                throw new TraceFormatException(path, null, reason);
            }
        }
    }
}
