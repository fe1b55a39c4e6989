using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>The constants of the packed format; README.md in this folder describes it.</summary>
internal static class WakeFormat
{
    public const string Name = "packed trace";
    public const int Version = 1;
    public const int FixedHeaderBytes = 52;
    public const int ChecksumBytes = 4;
    public const int MaxHeaderBytes = 16_384;
    public const int MaxStringBytes = 4096;
    public const int MaxChunkSegments = 65_536;
    public const int MaxInspectionBytes = 16 << 20;
    public const TraceColumns AllColumns = (TraceColumns)511;

    /// <summary>A byte outside ASCII, the name, a CRLF and a Ctrl-Z: a transfer as text breaks it visibly.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'W', (byte)'A', (byte)'K', (byte)'E', (byte)'\r', (byte)'\n', 0x1a];

    /// <summary>The most bytes that a chunk of so many segments takes before compression.</summary>
    public static int MaxPlainBytes(int segments) => ColumnCount * (ColumnCodec.PrefixBytes + (segments * sizeof(long)));

    private const int ColumnCount = 15;
}
