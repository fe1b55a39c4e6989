namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Reads the headers of a .dat file of version 7 (<c>trace-cmd.dat.v7(5)</c>): a chain of options that name sections.</summary>
/// <param name="file">The file.</param>
/// <param name="order">Its byte order.</param>
/// <param name="unpacker">Unpacks its sections.</param>
/// <param name="tasks">Who is looked for; null where nobody is.</param>
internal sealed class DatVersion7(FileBytes file, ByteOrder order, DatUnpacker unpacker, NamedTasks? tasks)
{
    private const int MaxOptionSections = 1024;
    private const ushort BufferText = 15;
    private const ushort HeaderInfo = 16;
    private const ushort FtraceFormats = 17;
    private const ushort EventFormats = 18;
    private const ushort KernelFunctions = 19;
    private const ushort KernelTexts = 20;
    private const ushort TaskNames = 21;

    private readonly DatContents _contents = new();

    /// <summary>Reads the headers.</summary>
    /// <param name="options">Where the first options stand.</param>
    public DatContents Read(ulong options)
    {
        for (int sections = 0; options != 0; sections++)
        {
            if (sections == MaxOptionSections)
            {
                throw file.Damaged((long)options, $"The file has more than {MaxOptionSections} sections of options, or they form a ring: it is damaged.");
            }

            options = ReadOptions(Section(options, out _));
        }

        return _contents;
    }

    private ulong ReadOptions(ByteCursor cursor)
    {
        while (true)
        {
            ushort id = cursor.U16("option");
            uint size = cursor.U32("size of an option");
            var data = new ByteCursor(cursor.File, cursor.Skip(size, "option"), order);
            switch (id)
            {
                case DatOptions.Done:
                    return size >= sizeof(ulong) ? data.U64("offset of further options") : 0;
                case HeaderInfo:
                    _contents.Tracing.ReadHeaders(Section(data));
                    break;
                case FtraceFormats:
                    _contents.Tracing.ReadFtraceFormats(Section(data));
                    break;
                case EventFormats:
                    _contents.Tracing.ReadSystems(Section(data));
                    break;
                case KernelFunctions:
                    _contents.Tracing.ReadFunctions(Section(data));
                    break;
                case KernelTexts:
                    _contents.Tracing.ReadTexts(Section(data));
                    break;
                case TaskNames when tasks is not null:
                    DatTaskNames.Read(Section(data), tasks);
                    break;
                case DatOptions.Buffer:
                    ReadBuffer(data);
                    break;
                case BufferText:
                    throw new TraceFormatException(
                        file.Path, null, "This .dat file holds text of a latency tracer: make text of it with trace-cmd report -t FILE.");
                default:
                    DatOptions.Read(id, size, data, _contents);
                    break;
            }
        }
    }

    private void ReadBuffer(ByteCursor data)
    {
        ulong at = data.U64("offset of a buffer");
        Section(at, out bool packed, describesOnly: true);
        string name = data.Text("name of a buffer");
        string clock = data.Text("clock of a buffer");
        int pageBytes = DatBuffer.CheckPage(data.U32("page size"), data);
        uint cpus = data.U32("number of CPUs");
        var areas = new List<CpuArea>();
        for (uint i = 0; i < cpus; i++)
        {
            uint cpu = data.U32("number of a CPU");
            DatBuffer.ReadArea(data, file, cpu, areas);
        }

        _contents.Clock = clock.Length > 0 && _contents.Buffers.Count == 0 ? clock : _contents.Clock;
        _contents.Buffers.Add(new DatBuffer(name, (long)at, pageBytes, packed, areas, clock));
    }

    private ByteCursor Section(ByteCursor offset) => Section(offset.U64("offset of a section"), out _);

    private ByteCursor Section(ulong at, out bool packed, bool describesOnly = false)
    {
        file.Check(at, 1, "section");
        var cursor = new ByteCursor(file, (long)at, order);
        cursor.U16("kind of a section");
        packed = (cursor.U16("flags of a section") & 1) != 0;
        cursor.U32("description of a section");
        cursor.U64("size of a section");
        return packed && !describesOnly ? new ByteCursor(unpacker.Section(cursor), 0, order) : cursor;
    }
}
