using System.Buffers.Binary;
using System.Text;
using Predictors.Traces.Readers;
using Predictors.Traces.Readers.Binary.TraceCmd;

namespace Predictors.Traces.RingBuffers;

/// <summary>Writes a trace-cmd file of version 6 (<c>trace-cmd.dat.v6(5)</c>), which trace-cmd and this tool read.</summary>
internal static class DatWriter
{
    private const ushort ClockOption = 4;
    private const int AlignmentBytes = 4096;

    /// <summary>Writes the descriptions and the pages of all CPUs.</summary>
    /// <param name="output">The file.</param>
    /// <param name="tracefs">Where the descriptions come from.</param>
    /// <param name="events">The events that were recorded.</param>
    /// <param name="clocks">The clocks, with the one in use in brackets.</param>
    /// <param name="pageBytes">The size of a page.</param>
    /// <param name="pipes">The pages, by ascending CPU.</param>
    public static void Write(
        Stream output, Tracefs tracefs, IReadOnlyList<string> events, byte[] clocks, int pageBytes, IReadOnlyList<CpuPipe> pipes)
    {
        using var descriptions = new MemoryStream();
        var writer = new BinaryWriter(descriptions, Encoding.ASCII);
        writer.Write(DatFile.Magic);
        writer.Write("6\0"u8);
        writer.Write((byte)(BitConverter.IsLittleEndian ? 0 : 1));
        writer.Write((byte)nint.Size);
        Write(writer, (uint)pageBytes);
        WritePart(writer, "header_page\0"u8, tracefs.Read("events/header_page"));
        WritePart(writer, "header_event\0"u8, tracefs.Read("events/header_event"));
        Write(writer, 0u);
        WriteSystems(writer, tracefs, events);
        WriteShort(writer, KernelFunctions());
        WriteShort(writer, tracefs.Read("printk_formats"));
        WriteLong(writer, tracefs.Read("saved_cmdlines"));
        int cpus = pipes.Count == 0 ? 1 : pipes[^1].Cpu + 1;
        Write(writer, (uint)cpus);
        writer.Write("options  \0"u8);
        Write(writer, ClockOption);
        Write(writer, (uint)clocks.Length + 1);
        writer.Write(clocks);
        writer.Write((byte)0);
        Write(writer, (ushort)0);
        writer.Write("flyrecord\0"u8);
        writer.Flush();
        WritePages(output, descriptions, cpus, pipes);
    }

    private static void WritePages(Stream output, MemoryStream descriptions, int cpus, IReadOnlyList<CpuPipe> pipes)
    {
        Dictionary<int, CpuPipe> byCpu = pipes.ToDictionary(p => p.Cpu);
        long at = Align(descriptions.Length + (2L * sizeof(ulong) * cpus));
        var writer = new BinaryWriter(descriptions);
        for (int cpu = 0; cpu < cpus; cpu++)
        {
            long size = byCpu.TryGetValue(cpu, out CpuPipe? pipe) ? pipe.Bytes : 0;
            Write(writer, (ulong)at);
            Write(writer, (ulong)size);
            at = Align(at + size);
        }

        writer.Flush();
        descriptions.Position = 0;
        descriptions.CopyTo(output);
        foreach (CpuPipe pipe in pipes)
        {
            Pad(output);
            pipe.CopyTo(output);
        }

        Pad(output);
    }

    private static void WriteSystems(BinaryWriter writer, Tracefs tracefs, IReadOnlyList<string> events)
    {
        IGrouping<string, string>[] systems = [.. events.GroupBy(e => e.Split(':')[0])];
        Write(writer, (uint)systems.Length);
        foreach (IGrouping<string, string> system in systems)
        {
            writer.Write(Encoding.ASCII.GetBytes(system.Key + '\0'));
            Write(writer, (uint)system.Count());
            foreach (string name in system)
            {
                WriteLong(writer, tracefs.ReadFormat(name));
            }
        }
    }

    // Only the functions that tell something: the whole table takes 10 MB.
    private static byte[] KernelFunctions()
    {
        string[] endings = [.. KernelNames.TickFunctions.Select(f => ' ' + f)];
        try
        {
            IEnumerable<string> lines = File.ReadLines("/proc/kallsyms").Where(line => Array.Exists(endings, e => line.EndsWith(e, StringComparison.Ordinal)));
            return Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + '\n')));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void WritePart(BinaryWriter writer, ReadOnlySpan<byte> name, byte[] content)
    {
        writer.Write(name);
        WriteLong(writer, content);
    }

    private static void WriteLong(BinaryWriter writer, byte[] content)
    {
        Write(writer, (ulong)content.Length);
        writer.Write(content);
    }

    private static void WriteShort(BinaryWriter writer, byte[] content)
    {
        Write(writer, (uint)content.Length);
        writer.Write(content);
    }

    private static long Align(long at) => (at + AlignmentBytes - 1) / AlignmentBytes * AlignmentBytes;

    private static void Pad(Stream output) => output.Write(new byte[Align(output.Position) - output.Position]);

    // BinaryWriter writes little-endian; the pages are in the machine's own order.
    private static void Write(BinaryWriter writer, ulong value) =>
        writer.Write(BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    private static void Write(BinaryWriter writer, uint value) =>
        writer.Write(BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    private static void Write(BinaryWriter writer, ushort value) =>
        writer.Write(BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
}
