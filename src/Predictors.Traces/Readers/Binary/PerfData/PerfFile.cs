namespace Predictors.Traces.Readers.Binary.PerfData;

/// <summary>Opens perf's files: written to a file, or to a pipe.</summary>
internal static class PerfFile
{
    private const int MagicBytes = 8;
    private const ulong PipeHeaderBytes = 16;
    private const ulong FileHeaderBytes = 104;
    private const int SectionBytes = 16;
    private const ulong MaxAttributes = 1 << 16;
    private const int MaxIdBytes = 8 << 20;
    private const int FeatureWords = 4;
    private const int TracingDataFeature = 1;
    private const int DirectoryFeature = 24;

    /// <summary>Whether a file begins like one of perf's.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> start) => start.StartsWith("PERFILE2"u8) || start.StartsWith("2ELIFREP"u8);

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, disposed by the reader, or by the caller where this fails.</param>
    /// <param name="options">Who is looked for in it.</param>
    /// <exception cref="TraceFormatException">The file can't be read.</exception>
    public static BinaryEventReader Open(FileBytes file, KernelEventReaderOptions options)
    {
        Span<byte> magic = stackalloc byte[MagicBytes];
        file.Read(0, magic, "mark of a perf.data file");
        var order = new ByteOrder(magic[0] == '2');
        var cursor = new ByteCursor(file, MagicBytes, order);
        ulong headerBytes = cursor.U64("size of the header");
        var inspection = new TraceInspection();
        var session = new PerfSession(file, order, inspection, options.Tasks);
        if (headerBytes == PipeHeaderBytes)
        {
            return Open(file, session, inspection, new PerfRecords(file, order, cursor.At, file.Length), "perf.data pipe");
        }

        if (headerBytes < FileHeaderBytes)
        {
            throw file.Damaged(MagicBytes, $"The header should be {headerBytes} bytes long; {PipeHeaderBytes} (pipe) or {FileHeaderBytes} (file) are known.");
        }

        ulong attributeBytes = cursor.U64("size of an attribute");
        Section attributes = Section.Read(cursor, "attributes");
        Section data = Section.Read(cursor, "data");
        Section.Read(cursor, "event types");
        if (data.Size == 0)
        {
            throw new TraceFormatException(
                file.Path, null, "The recording was broken off: perf could not write the descriptions of its events, so that they can't be decoded.");
        }

        file.Check(data.Offset, data.Size, "data");
        ReadAttributes(file, session, order, attributes, attributeBytes);
        ReadFeatures(file, session, cursor, (long)(data.Offset + data.Size));
        var records = new PerfRecords(file, order, (long)data.Offset, (long)(data.Offset + data.Size));
        return Open(file, session, inspection, records, "perf.data file");
    }

    private static BinaryEventReader Open(
        FileBytes file, PerfSession session, TraceInspection inspection, PerfRecords records, string format)
    {
        var source = new PerfRecordSource(file, records, session) { Format = format };
        try
        {
            return new BinaryEventReader(file.Path, source, inspection);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    private static void ReadAttributes(FileBytes file, PerfSession session, ByteOrder order, Section attributes, ulong attributeBytes)
    {
        file.Check(attributes.Offset, attributes.Size, "attributes");
        ulong bytes = attributeBytes - SectionBytes;
        if (attributeBytes < SectionBytes || bytes > PerfAttribute.MaxBytes || attributes.Size / attributeBytes > MaxAttributes)
        {
            throw file.Damaged(
                MagicBytes, $"The attributes make no sense: {attributes.Size} bytes of {attributeBytes} each.");
        }

        var cursor = new ByteCursor(file, (long)attributes.Offset, order);
        for (ulong i = 0; i < attributes.Size / attributeBytes; i++)
        {
            long at = cursor.At;
            byte[] attribute = cursor.Bytes(bytes, PerfAttribute.MaxBytes, "attribute");
            Section ids = Section.Read(cursor, "numbers of an event");
            file.Check(ids.Offset, ids.Size, "numbers of an event");
            session.AddAttribute(attribute, file.Read((long)ids.Offset, ids.Size, MaxIdBytes, "numbers of an event"), at);
        }
    }

    // For each bit that is set, in ascending order, a section stands behind the data.
    private static void ReadFeatures(FileBytes file, PerfSession session, ByteCursor header, long at)
    {
        var sections = new ByteCursor(file, at, header.Order);
        bool described = false;
        for (int word = 0; word < FeatureWords; word++)
        {
            ulong bits = header.U64("features");
            for (int bit = 0; bit < 64; bit++)
            {
                if ((bits >> bit & 1) == 0)
                {
                    continue;
                }

                Section section = Section.Read(sections, "feature");
                int feature = (64 * word) + bit;
                if (feature == DirectoryFeature)
                {
                    throw new TraceFormatException(
                        file.Path, null, "This file is part of a recording by several threads, in a folder of files, which is not read: record without --threads.");
                }

                if (feature == TracingDataFeature)
                {
                    file.Check(section.Offset, section.Size, "event descriptions");
                    session.ReadTracingData((long)section.Offset);
                    described = true;
                }
            }
        }

        if (!described)
        {
            throw new TraceFormatException(
                file.Path, null, "The recording has no tracepoints (perf wrote no event descriptions): record with perf record -a -e power:cpu_idle,sched:sched_switch.");
        }
    }

    private readonly record struct Section(ulong Offset, ulong Size)
    {
        public static Section Read(ByteCursor cursor, string what) => new(cursor.U64($"offset of the {what}"), cursor.U64($"size of the {what}"));
    }
}
