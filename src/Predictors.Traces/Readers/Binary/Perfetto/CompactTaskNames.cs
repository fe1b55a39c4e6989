namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>The names that a bundle's columns of task switches and wakings give to PIDs, by places in a table.</summary>
internal static class CompactTaskNames
{
    private const int NextPid = 3;
    private const int Table = 5;
    private const int NextName = 6;
    private const int WokenPid = 8;
    private const int WokenName = 11;

    /// <summary>Tells the tasks that the columns name.</summary>
    /// <param name="message">The columns; empty where the bundle has none.</param>
    /// <param name="tasks">Who is looked for.</param>
    public static void Tell(ReadOnlySpan<byte> message, NamedTasks tasks)
    {
        Span<Range> names = new Range[CountNames(message)];
        int count = 0;
        ReadOnlySpan<byte> nextPids = default;
        ReadOnlySpan<byte> nextNames = default;
        ReadOnlySpan<byte> wokenPids = default;
        ReadOnlySpan<byte> wokenNames = default;
        var fields = new ProtoFields(message);
        while (fields.TryNext())
        {
            switch (fields.Number)
            {
                case Table when fields.IsDelimited:
                    int end = message.Length - fields.Left;
                    names[count++] = (end - fields.Bytes.Length)..end;
                    break;
                case NextPid:
                    nextPids = fields.Bytes;
                    break;
                case NextName:
                    nextNames = fields.Bytes;
                    break;
                case WokenPid:
                    wokenPids = fields.Bytes;
                    break;
                case WokenName:
                    wokenNames = fields.Bytes;
                    break;
            }
        }

        Tell(message, names, nextPids, nextNames, tasks);
        Tell(message, names, wokenPids, wokenNames, tasks);
    }

    private static int CountNames(ReadOnlySpan<byte> message)
    {
        int count = 0;
        var fields = new ProtoFields(message);
        while (fields.TryNext())
        {
            count += fields.Number == Table && fields.IsDelimited ? 1 : 0;
        }

        return count;
    }

    private static void Tell(ReadOnlySpan<byte> message, ReadOnlySpan<Range> names, ReadOnlySpan<byte> pids, ReadOnlySpan<byte> places, NamedTasks tasks)
    {
        while (ProtoFields.TryVarint(ref pids, out ulong pid) && ProtoFields.TryVarint(ref places, out ulong place))
        {
            if (place < (ulong)names.Length)
            {
                tasks.See(message[names[(int)place]], (long)pid);
            }
        }
    }
}
