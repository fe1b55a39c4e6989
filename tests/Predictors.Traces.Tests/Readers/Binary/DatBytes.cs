using System.IO.Compression;
using ZstdSharp;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Makes small trace-cmd files.</summary>
internal sealed class DatBytes
{
    private static readonly byte[] Start = [0x17, 0x08, 0x44, .. "tracing"u8];

    public bool BigEndian { get; init; }

    public int WordBytes { get; init; } = 8;

    public string Clock { get; init; } = "[mono]";

    public string[] Formats { get; init; } = [FormatTexts.CpuIdle, FormatTexts.SchedSwitch, FormatTexts.IrqHandlerEntry];

    public string Kallsyms { get; init; } = "";

    public string PrintkFormats { get; init; } = "";

    /// <summary>Whether the options of version 7 are packed, as newer trace-cmd writes them.</summary>
    public bool PackedOptions { get; init; }

    /// <summary>The option TIME_SHIFT; null for none.</summary>
    public byte[]? TimeShift { get; init; }

    /// <summary>The pages of each CPU of an instance, which only version 6 is written with.</summary>
    public byte[][] Instance { get; init; } = [];

    /// <summary>The pages of each CPU.</summary>
    public required byte[][] Cpus { get; init; }

    public byte[] Idle(uint state, uint cpu, int pid = 0, byte flags = 1) => Record(155, pid, flags).U32(state).U32(cpu).ToArray();

    public byte[] Switch(int from, int to) =>
        Record(95, from, 1).Raw(new byte[16]).U32((uint)from).U32(120).U64(0).Raw(new byte[16]).U32((uint)to).U32(120).ToArray();

    public byte[] Irq(uint irq, string name, bool relative = false)
    {
        uint offset = relative ? 0u : 16u;
        return Record(225, 0, 8).U32(irq).U32(((uint)name.Length + 1) << 16 | offset).Text(name + "\0").ToArray();
    }

    public ByteWriter Record(ushort id, int pid, byte flags) => Writer().U16(id).U8(flags).U8(0).U32((uint)pid);

    public byte[] Version6()
    {
        ByteWriter file = Begin("6");
        HeaderInfo(file);
        file.U32(0);
        Systems(file);
        file.Part(Kallsyms, 4).Part(PrintkFormats, 4).U64(0).U32((uint)Cpus.Length);
        file.Text("options  \0").U16(4).Part(Clock, 4);
        if (TimeShift is not null)
        {
            file.U16(12).U32((uint)TimeShift.Length).Raw(TimeShift);
        }

        int instance = file.Length + 6;
        if (Instance.Length > 0)
        {
            file.U16(3).U32(12).U64(0).Text("foo\0");
        }

        Buffer(file.U16(0), Cpus);
        if (Instance.Length > 0)
        {
            file.Patch(instance, (ulong)file.Length, 8);
            Buffer(file, Instance);
        }

        return file.ToArray();
    }

    private static void Buffer(ByteWriter file, byte[][] cpus)
    {
        file.Text("flyrecord\0");
        int table = file.Length;
        file.Raw(new byte[16 * cpus.Length]).PadTo((file.Length + 511) & ~511);
        for (int cpu = 0; cpu < cpus.Length; cpu++)
        {
            file.Patch(table + (16 * cpu), (ulong)file.Length, 8).Patch(table + (16 * cpu) + 8, (ulong)cpus[cpu].Length, 8).Raw(cpus[cpu]);
        }
    }

    /// <summary>A file of version 7; areas of packed pages are given 4 bytes too short, as trace-cmd 3.1 writes them.</summary>
    public byte[] Version7(string compression)
    {
        bool packed = compression != "none";
        ByteWriter file = Begin("7").Text(compression + "\0").Text("1\0");
        int options = file.Length;
        file.U64(0);
        int[] sections =
        [
            Section(file, 16, compression, HeaderInfo(Writer())),
            Section(file, 18, compression, Systems(Writer())),
            Section(file, 19, compression, Writer().Part(Kallsyms, 4)),
        ];
        int buffer = file.Length;
        file.U16(3).U16((ushort)(packed ? 1 : 0)).U32(0).U64(0);
        var areas = new List<(int At, int Size)>();
        foreach (byte[] cpu in Cpus)
        {
            int at = file.Length;
            if (!packed)
            {
                file.Raw(cpu);
            }
            else
            {
                byte[][] chunks = [.. cpu.Chunk(RingPage.Bytes)];
                file.U32((uint)chunks.Length);
                foreach (byte[] chunk in chunks)
                {
                    Piece(file, compression, chunk);
                }
            }

            areas.Add((at, file.Length - at - (packed ? 4 : 0)));
        }

        file.Patch(options, (ulong)file.Length, 8);
        var all = Writer();
        for (int i = 0; i < sections.Length; i++)
        {
            all.U16((ushort)(i == 0 ? 16 : 17 + i)).U32(8).U64((ulong)sections[i]);
        }

        ByteWriter option = Writer().U64((ulong)buffer).Text("\0mono\0").U32(RingPage.Bytes).U32((uint)Cpus.Length);
        for (int cpu = 0; cpu < Cpus.Length; cpu++)
        {
            option.U32((uint)cpu).U64((ulong)areas[cpu].At).U64((ulong)areas[cpu].Size);
        }

        all.U16(3).U32((uint)option.Length).Raw(option.ToArray()).U16(0).U32(8).U64(0);
        Section(file, 0, PackedOptions ? compression : "none", all);
        return file.ToArray();
    }

    private static byte[] Pack(string compression, byte[] plain)
    {
        if (compression == "zstd")
        {
            using var compressor = new Compressor();
            return compressor.Wrap(plain).ToArray();
        }

        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    private static void Piece(ByteWriter file, string compression, byte[] plain)
    {
        byte[] packed = Pack(compression, plain);
        file.U32((uint)packed.Length).U32((uint)plain.Length).Raw(packed);
    }

    private static int Section(ByteWriter file, ushort id, string compression, ByteWriter content)
    {
        int at = file.Length;
        file.U16(id).U16((ushort)(compression == "none" ? 0 : 1)).U32(0).U64(0);
        if (compression == "none")
        {
            file.Raw(content.ToArray());
        }
        else
        {
            Piece(file, compression, content.ToArray());
        }

        return at;
    }

    private ByteWriter Begin(string version) =>
        Writer().Raw(Start).Text(version + "\0").U8((byte)(BigEndian ? 1 : 0)).U8((byte)WordBytes).U32(RingPage.Bytes);

    private ByteWriter HeaderInfo(ByteWriter to) =>
        to.Text("header_page\0").Part(FormatTexts.Page(WordBytes), 8).Text("header_event\0").Part("type_len : 5 bits\n", 8);

    private ByteWriter Systems(ByteWriter to)
    {
        to.U32(1).Text("events\0").U32((uint)Formats.Length);
        foreach (string format in Formats)
        {
            to.Part(format, 8);
        }

        return to;
    }

    private ByteWriter Writer() => new(BigEndian);
}
