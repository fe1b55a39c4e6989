using System.Buffers.Binary;
using System.Text;
using Predictors.Abstractions;

namespace Predictors.Traces.Native;

/// <summary>The beginning of a packed trace.</summary>
internal sealed record WakeFileHeader(string SourceName, string SourceFormat, string SourceSha256, string Clock, TraceColumns Columns)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The header of a packed trace that is made from another one.</summary>
    public static WakeFileHeader For(TraceHeader source) => new(
        source.SourceName ?? source.Name, source.SourceFormat ?? source.Format, source.SourceSha256, source.Clock, source.Columns);

    /// <summary>The header's bytes, the checksum included.</summary>
    public byte[] ToBytes()
    {
        byte[][] strings = [Utf8.GetBytes(SourceName), Utf8.GetBytes(SourceFormat), Utf8.GetBytes(Clock)];
        byte[] bytes = new byte[WakeFormat.FixedHeaderBytes + strings.Sum(s => sizeof(ushort) + s.Length) + WakeFormat.ChecksumBytes];
        WakeFormat.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), WakeFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)Columns);
        Convert.FromHexString(SourceSha256).CopyTo(bytes, 20);
        int end = WakeFormat.FixedHeaderBytes;
        foreach (byte[] text in strings)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, WakeFormat.MaxStringBytes);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(end), (ushort)text.Length);
            text.CopyTo(bytes, end + sizeof(ushort));
            end += sizeof(ushort) + text.Length;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Crc32C.Of(bytes.AsSpan(0, end)));
        return bytes;
    }

    /// <summary>How long the header is, from its first bytes.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="start">The first <see cref="WakeFormat.FixedHeaderBytes"/> bytes.</param>
    public static int ReadLength(string path, ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith(WakeFormat.Magic))
        {
            throw new TraceFormatException(path, "byte 0", "this is no packed trace: its first eight bytes are others.");
        }

        int version = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (version != WakeFormat.Version)
        {
            throw new TraceFormatException(path, "byte 8",
                $"the packed trace has version {version}, this program reads version {WakeFormat.Version}: convert the source anew.");
        }

        int flags = BinaryPrimitives.ReadUInt16LittleEndian(start[10..]);
        if (flags != 0)
        {
            throw new TraceFormatException(path, "byte 10", $"the header's flags are {flags}, this program knows none.");
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(start[12..]);
        if (length is < WakeFormat.FixedHeaderBytes + WakeFormat.ChecksumBytes or > WakeFormat.MaxHeaderBytes)
        {
            throw new TraceFormatException(path, "byte 12",
                $"the header's length of {length} bytes is not between {WakeFormat.FixedHeaderBytes + WakeFormat.ChecksumBytes} and {WakeFormat.MaxHeaderBytes}.");
        }

        return (int)length;
    }

    /// <summary>Reads the whole header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">As many bytes as <see cref="ReadLength"/> said.</param>
    public static WakeFileHeader Read(string path, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> content = bytes[..^WakeFormat.ChecksumBytes];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[content.Length..]) != Crc32C.Of(content))
        {
            throw new TraceFormatException(path, "byte 0", "the header's checksum does not match: the file is damaged.");
        }

        var columns = (TraceColumns)BinaryPrimitives.ReadUInt32LittleEndian(content[16..]);
        if ((columns & ~WakeFormat.AllColumns) != 0)
        {
            throw new TraceFormatException(path, "byte 16",
                $"the columns 0x{(uint)columns:x} hold one that this program does not know (it knows 0x{(uint)WakeFormat.AllColumns:x}).");
        }

        string sha256 = Convert.ToHexStringLower(content.Slice(20, 32));
        int position = WakeFormat.FixedHeaderBytes;
        var header = new WakeFileHeader(
            ReadString(path, content, ref position), ReadString(path, content, ref position), sha256, ReadString(path, content, ref position), columns);
        return position == content.Length
            ? header
            : throw new TraceFormatException(path, $"byte {position}", $"{content.Length - position} bytes follow the header's last string.");
    }

    private static string ReadString(string path, ReadOnlySpan<byte> content, ref int position)
    {
        int start = position + sizeof(ushort);
        int length = start > content.Length ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(content[position..]);
        if (length > Math.Min(content.Length - start, WakeFormat.MaxStringBytes))
        {
            throw new TraceFormatException(path, $"byte {position}", "a string of the header does not end inside it.");
        }

        position = start + length;
        try
        {
            return Utf8.GetString(content.Slice(start, length));
        }
        catch (DecoderFallbackException)
        {
            throw new TraceFormatException(path, $"byte {start}", "a string of the header is not UTF-8.");
        }
    }
}
