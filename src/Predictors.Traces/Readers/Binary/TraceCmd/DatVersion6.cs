namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Reads the headers of a .dat file of version 6 (<c>trace-cmd.dat.v6(5)</c>): one part behind the other.</summary>
internal static class DatVersion6
{
    private const int TagBytes = 10;

    /// <summary>Reads the headers.</summary>
    /// <param name="cursor">Behind the page size.</param>
    /// <param name="pageBytes">The page size.</param>
    /// <param name="tasks">Who is looked for; null where nobody is.</param>
    public static DatContents Read(ByteCursor cursor, int pageBytes, NamedTasks? tasks)
    {
        var contents = new DatContents();
        contents.Tracing.ReadHeaders(cursor);
        contents.Tracing.ReadFtraceFormats(cursor);
        contents.Tracing.ReadSystems(cursor);
        contents.Tracing.ReadFunctions(cursor);
        contents.Tracing.ReadTexts(cursor);
        DatTaskNames.Read(cursor, tasks);
        uint cpus = cursor.U32("number of CPUs");
        if (cpus is 0 or > TraceLimits.MaxVcpu + 1)
        {
            throw cursor.File.Damaged(cursor.At - sizeof(uint), $"The number of CPUs must be from 1 to {TraceLimits.MaxVcpu + 1}, but is {cpus}.");
        }

        var instances = new List<(string Name, long At)>();
        byte[] tag = cursor.Bytes(TagBytes, TagBytes, "data's kind");
        if (tag.AsSpan().StartsWith("options"u8))
        {
            ReadOptions(cursor, contents, instances);
            tag = cursor.Bytes(TagBytes, TagBytes, "data's kind");
        }

        contents.Buffers.Add(ReadBuffer(cursor, tag, "", cpus, pageBytes));
        foreach ((string name, long at) in instances)
        {
            var instance = new ByteCursor(cursor.File, at, cursor.Order);
            tag = instance.Bytes(TagBytes, TagBytes, "data's kind");
            contents.Buffers.Add(ReadBuffer(instance, tag, name, cpus, pageBytes));
        }

        return contents;
    }

    private static void ReadOptions(ByteCursor cursor, DatContents contents, List<(string Name, long At)> instances)
    {
        ushort id;
        while ((id = cursor.U16("option")) != DatOptions.Done)
        {
            uint size = cursor.U32("size of an option");
            var data = new ByteCursor(cursor.File, cursor.Skip(size, "option"), cursor.Order);
            if (id == DatOptions.Buffer)
            {
                ulong at = data.U64("offset of an instance");
                cursor.File.Check(at, TagBytes, "description of an instance");
                instances.Add((data.Text("name of an instance"), (long)at));
            }
            else
            {
                DatOptions.Read(id, size, data, contents);
            }
        }
    }

    private static DatBuffer ReadBuffer(ByteCursor cursor, byte[] tag, string name, uint cpus, int pageBytes)
    {
        long at = cursor.At - TagBytes;
        if (tag.AsSpan().StartsWith("latency"u8))
        {
            throw new TraceFormatException(
                cursor.File.Path, $"byte {at}", "This .dat file holds text of a latency tracer: make text of it with trace-cmd report -t FILE.");
        }

        if (!tag.AsSpan().StartsWith("flyrecord"u8))
        {
            throw cursor.File.Damaged(at, "The mark 'flyrecord' was expected before the CPUs' data: the file is damaged, or its recording was cut off.");
        }

        var areas = new List<CpuArea>();
        for (uint cpu = 0; cpu < cpus; cpu++)
        {
            DatBuffer.ReadArea(cursor, cursor.File, cpu, areas);
        }

        return new DatBuffer(name, at, pageBytes, false, areas);
    }
}
