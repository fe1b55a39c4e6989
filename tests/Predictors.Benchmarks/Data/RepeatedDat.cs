using System.Buffers.Binary;

namespace Predictors.Benchmarks;

/// <summary>A real trace-cmd file of version 6, its pages repeated with shifted times until it has a size.</summary>
internal static class RepeatedDat
{
    private const int PageBytes = 4096;
    private const int EntryBytes = 16;

    public static void Write(string dat, string to, long bytes)
    {
        byte[] file = File.ReadAllBytes(dat);
        int table = file.AsSpan().IndexOf("flyrecord\0"u8) + "flyrecord\0".Length;
        List<(int At, int Size)> areas = [.. Areas(file, table)];
        ulong first = areas.Min(a => Time(file, a.At));
        ulong span = areas.Max(a => Time(file, a.At + a.Size - PageBytes)) - first + 100_000_000;
        long times = Math.Max(1, (bytes - areas[0].At) / areas.Sum(a => (long)a.Size));
        using FileStream output = File.Create(to);
        output.Write(file.AsSpan(0, areas[0].At));
        var page = new byte[PageBytes];
        Span<byte> entry = stackalloc byte[EntryBytes];
        for (int cpu = 0; cpu < areas.Count; cpu++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry, output.Position);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], times * areas[cpu].Size);
            long end = output.Position;
            output.Position = table + (cpu * EntryBytes);
            output.Write(entry);
            output.Position = end;
            for (long i = 0; i < times; i++)
            {
                for (int at = areas[cpu].At; at < areas[cpu].At + areas[cpu].Size; at += PageBytes)
                {
                    file.AsSpan(at, PageBytes).CopyTo(page);
                    BinaryPrimitives.WriteUInt64LittleEndian(page, Time(file, at) + ((ulong)i * span));
                    output.Write(page);
                }
            }
        }
    }

    private static IEnumerable<(int At, int Size)> Areas(byte[] file, int table)
    {
        for (int at = table; BitConverter.ToInt64(file, at) is var offset && offset > at && offset < file.Length && offset % PageBytes == 0; at += EntryBytes)
        {
            yield return ((int)offset, (int)BitConverter.ToInt64(file, at + 8));
        }
    }

    private static ulong Time(byte[] file, int page) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(page));
}
