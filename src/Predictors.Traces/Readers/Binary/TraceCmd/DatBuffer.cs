namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>A ring buffer in a .dat file: the main one, or that of an instance.</summary>
/// <param name="Name">The instance's name; empty for the main buffer.</param>
/// <param name="At">Where the file describes it.</param>
/// <param name="PageBytes">The size of its pages.</param>
/// <param name="IsPacked">Whether its pages are packed.</param>
/// <param name="Areas">The CPUs that have data.</param>
/// <param name="Clock">Its clock; empty where it is the file's.</param>
internal sealed record DatBuffer(string Name, long At, int PageBytes, bool IsPacked, IReadOnlyList<CpuArea> Areas, string Clock = "")
{
    /// <summary>Reads u64 offset and u64 size of a CPU's data, and takes it in where there is some.</summary>
    public static void ReadArea(ByteCursor cursor, FileBytes file, long cpu, List<CpuArea> areas)
    {
        ulong offset = cursor.U64("offset of a CPU's data");
        ulong size = cursor.U64("size of a CPU's data");
        if (size == 0)
        {
            return;
        }

        if (cpu > TraceLimits.MaxVcpu)
        {
            throw cursor.File.Damaged(cursor.At, $"expected a CPU from 0 to {TraceLimits.MaxVcpu}, found {cpu}.");
        }

        file.Check(offset, size, $"data of CPU {cpu}");
        areas.Add(new CpuArea((int)cpu, (long)offset, (long)size));
    }

    /// <summary>Checks the size of a page.</summary>
    public static int CheckPage(uint pageBytes, ByteCursor cursor) =>
        pageBytes is >= RingPageLayout.MinPageBytes and <= RingPageLayout.MaxPageBytes
            ? (int)pageBytes
            : throw cursor.File.Damaged(
                cursor.At - sizeof(uint),
                $"Pages should be {pageBytes} bytes long; from {RingPageLayout.MinPageBytes} to {RingPageLayout.MaxPageBytes} can be.");
}
