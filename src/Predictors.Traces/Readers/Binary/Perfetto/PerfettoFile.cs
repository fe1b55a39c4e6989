using Predictors.Traces.Compression;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Opens Perfetto traces.</summary>
internal static class PerfettoFile
{
    private const int BytesToTry = 1 << 16;

    /// <summary>
    /// Whether a file begins like a Perfetto trace, which has no signature: with a packet whose fields can be read, and with
    /// another one behind it where there is something.
    /// </summary>
    public static bool IsMeant(PeekStream content)
    {
        ReadOnlySpan<byte> start = content.Peek(1);
        if (start.IsEmpty || start[0] != PacketReader.Mark)
        {
            return false;
        }

        start = content.Peek(BytesToTry);
        bool all = start.Length < BytesToTry;
        ReadOnlySpan<byte> rest = start[1..];
        if (!ProtoFields.TryVarint(ref rest, out ulong length) || length > PacketReader.MaxPacketBytes || (all && length > (ulong)rest.Length))
        {
            return false;
        }

        if (length > (ulong)rest.Length)
        {
            // Longer than what was looked at: its first field must do.
            var first = new ProtoFields(rest);
            return !rest.Contains((byte)'\n') || rest.Contains((byte)0) || !first.TryNext();
        }

        var fields = new ProtoFields(rest[..(int)length]);
        while (fields.TryNext())
        {
        }

        rest = rest[(int)length..];
        return !fields.Failed && (rest.IsEmpty || rest[0] == PacketReader.Mark);
    }

    /// <summary>Opens a trace.</summary>
    /// <param name="file">The file, which the reader disposes; the caller, where this fails.</param>
    /// <param name="options">Who is looked for in it.</param>
    public static BinaryEventReader Open(UnpackedFile file, KernelEventReaderOptions options)
    {
        var inspection = new TraceInspection();
        return new BinaryEventReader(file.Path, new PerfettoRecordSource(file, inspection, options.Tasks) { Format = "perfetto protobuf" }, inspection);
    }
}
