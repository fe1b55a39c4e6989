using Predictors.Traces.Readers.Binary.Formats;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Opens trace-cmd's files.</summary>
internal static class DatFile
{
    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "\u0017\bDtracing"u8;

    /// <summary>Opens a file of version 6 or 7.</summary>
    /// <param name="file">The file, disposed by the reader, or by the caller where this fails.</param>
    /// <param name="options">What the recording does not say of itself.</param>
    /// <exception cref="TraceFormatException">The file can't be read.</exception>
    public static BinaryEventReader Open(FileBytes file, KernelEventReaderOptions options)
    {
        var cursor = new ByteCursor(file, 0, default);
        cursor.Expect(Magic, "mark of a trace-cmd file");
        string version = cursor.Text("version");
        if (version is not ("6" or "7"))
        {
            throw new TraceFormatException(
                file.Path, null, $"This is a trace-cmd file of version {Shown(version)}; versions 6 and 7 are read. Make text of it with trace-cmd report -t FILE.");
        }

        cursor.Order = ReadOrder(cursor);
        cursor.U8("word size");
        int pageBytes = DatBuffer.CheckPage(cursor.U32("page size"), cursor);
        return version == "6"
            ? Open(file, options, DatVersion6.Read(cursor, pageBytes, options.Tasks), new DatUnpacker(file, DatCompression.None), cursor.Order, version)
            : OpenVersion7(cursor, options);
    }

    private static ByteOrder ReadOrder(ByteCursor cursor) => cursor.U8("byte order") switch
    {
        0 => new ByteOrder(false),
        1 => new ByteOrder(true),
        byte other => throw cursor.File.Damaged(cursor.At - 1, $"The byte order must be 0 or 1, but is {other}."),
    };

    private static BinaryEventReader OpenVersion7(ByteCursor cursor, KernelEventReaderOptions options)
    {
        string compression = cursor.Text("compression");
        cursor.Text("version of the compression");
        DatCompression known = compression switch
        {
            "none" or "" => DatCompression.None,
            "zlib" => DatCompression.Zlib,
            "zstd" => DatCompression.Zstd,
            _ => throw new TraceFormatException(
                cursor.File.Path, null, $"The file is packed with {Shown(compression)}; none, zlib and zstd are read. Convert it with trace-cmd convert --compression zstd."),
        };
        var unpacker = new DatUnpacker(cursor.File, known);
        try
        {
            DatContents contents = new DatVersion7(cursor.File, cursor.Order, unpacker, options.Tasks).Read(cursor.U64("offset of the options"));
            return Open(cursor.File, options, contents, unpacker, cursor.Order, "7");
        }
        catch
        {
            unpacker.Dispose();
            throw;
        }
    }

    private static BinaryEventReader Open(
        FileBytes file, KernelEventReaderOptions options, DatContents contents, DatUnpacker unpacker, ByteOrder order, string version)
    {
        DatBuffer first = contents.Buffers.Find(b => b.Areas.Count > 0)
            ?? throw new TraceFormatException(file.Path, null, "The file holds no events: no CPU has data.");
        var inspection = new TraceInspection();
        var clock = new DatClock(file.Path, contents, options);
        RingPageLayout layout = RingPageLayout.Of(contents.Tracing.PageHeader, file);
        var budget = new MemoryBudget(file);
        var cpus = new List<CpuRecords>();
        var buffers = new List<DatBuffer>();
        foreach (DatBuffer buffer in contents.Buffers.Where(b => b.Areas.Count > 0))
        {
            if (buffer.Clock != first.Clock)
            {
                inspection.Count("buffer-of-other-clock", () => $"byte {buffer.At}");
                continue;
            }

            foreach (CpuArea area in buffer.Areas)
            {
                PageSource pages = buffer.IsPacked ? new PackedPages(file, area, order, unpacker, budget) : new PlainPages(file, area);
                cpus.Add(new CpuRecords(file, area.Cpu, buffers.Count, pages, layout, buffer.PageBytes, order, budget));
            }

            buffers.Add(buffer);
        }

        var decoders = new EventDecoders(contents.Tracing.Formats, contents.Tracing.Symbols, order, inspection, options.Tasks);
        BufferOwners? owners = buffers.Count > 1 ? new BufferOwners(decoders, inspection) : null;
        long bytes = buffers.Sum(b => b.Areas.Sum(a => a.Size));
        var source = new DatRecordSource(file, unpacker, cpus, bytes, clock, decoders, owners)
        {
            Format = $"trace-cmd v{version}",
        };
        return new BinaryEventReader(file.Path, source, inspection);
    }

    private static string Shown(string text) => new([.. text.Take(20).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '?')]);
}
