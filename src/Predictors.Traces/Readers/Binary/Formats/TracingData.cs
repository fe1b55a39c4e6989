using System.Text;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>What the recorder copied from the kernel's tracing folder: the same parts in trace-cmd's files and in perf's.</summary>
internal sealed class TracingData
{
    private const int MaxEvents = 1 << 16;
    private const int MaxSystems = 1 << 14;

    /// <summary>The formats of all events.</summary>
    public List<EventFormat> Formats { get; } = [];

    /// <summary>The kernel's addresses.</summary>
    public KernelSymbols Symbols { get; } = new();

    /// <summary>The fields of a ring buffer's page header.</summary>
    public IReadOnlyList<FormatField> PageHeader { get; private set; } = [];

    /// <summary>Reads the parts <c>header_page</c> and <c>header_event</c>.</summary>
    public void ReadHeaders(ByteCursor cursor)
    {
        cursor.Expect("header_page\0"u8, "part header_page");
        PageHeader = FormatText.Fields(Encoding.UTF8.GetString(Description(cursor, "header_page")));
        cursor.Expect("header_event\0"u8, "part header_event");
        cursor.Skip(cursor.U64("size of header_event"), "part header_event");
    }

    /// <summary>Reads the formats of ftrace's own events.</summary>
    public void ReadFtraceFormats(ByteCursor cursor) => ReadFormats(cursor);

    /// <summary>Reads the formats of all other events.</summary>
    public void ReadSystems(ByteCursor cursor)
    {
        uint systems = Count(cursor, MaxSystems, "event systems");
        for (uint i = 0; i < systems; i++)
        {
            cursor.Text("name of an event system");
            ReadFormats(cursor);
        }
    }

    /// <summary>Reads the kernel's functions.</summary>
    public void ReadFunctions(ByteCursor cursor) => Symbols.ReadFunctions(Part(cursor, "list of kernel functions"));

    /// <summary>Reads the kernel's texts.</summary>
    public void ReadTexts(ByteCursor cursor) => Symbols.ReadTexts(Part(cursor, "list of kernel texts"));

    private void ReadFormats(ByteCursor cursor)
    {
        uint events = Count(cursor, MaxEvents, "events of a system");
        for (uint i = 0; i < events; i++)
        {
            if (FormatText.Event(Description(cursor, "event format")) is { } format)
            {
                Formats.Add(format);
            }
        }

        if (Formats.Count > MaxEvents)
        {
            throw cursor.File.Damaged(cursor.At, $"The file describes more than {MaxEvents} events: it is damaged.");
        }
    }

    private static byte[] Description(ByteCursor cursor, string what) =>
        cursor.Bytes(cursor.U64($"size of the {what}"), FormatText.MaxBytes, what);

    private static FileRange Part(ByteCursor cursor, string what)
    {
        uint size = cursor.U32($"size of the {what}");
        long start = cursor.Skip(size, what);
        return new FileRange(cursor.File, start, start + size);
    }

    private static uint Count(ByteCursor cursor, int max, string what)
    {
        long at = cursor.At;
        uint count = cursor.U32($"number of {what}");
        return count <= max ? count : throw cursor.File.Damaged(at, $"There should be {count} {what}; at most {max} can be.");
    }
}
