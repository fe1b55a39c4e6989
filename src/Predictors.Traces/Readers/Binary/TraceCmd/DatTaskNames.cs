using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>The names of tasks that the kernel kept while it recorded: lines such as <c>1234 pgbench</c>.</summary>
internal static class DatTaskNames
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Passes over the names, or takes note of them.</summary>
    /// <param name="cursor">At their size.</param>
    /// <param name="tasks">Who is looked for; null where nobody is.</param>
    public static void Read(ByteCursor cursor, NamedTasks? tasks)
    {
        ulong size = cursor.U64("size of the task names");
        long start = cursor.Skip(size, "task names");
        if (tasks is null)
        {
            return;
        }

        var lines = new Utf8Lines(new FileRange(cursor.File, start, start + (long)size), BufferBytes);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            int at = 0;
            if (Columns.TryNumber(line, ref at, out long pid) && at < line.Length && line[at] == (byte)' ')
            {
                tasks.See(line[(at + 1)..].TrimEnd((byte)0), pid);
            }
        }
    }
}
