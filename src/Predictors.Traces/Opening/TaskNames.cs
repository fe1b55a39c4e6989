using System.Text;
using Predictors.Traces.Compression;
using Predictors.Traces.Opening;
using Predictors.Traces.Readers;
using Predictors.Traces.Readers.Containers;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces;

/// <summary>Looks up in a recording which tasks bear a name.</summary>
public static class TaskNames
{
    private const int EventsAtOnce = 1024;

    /// <summary>Finds the PIDs of all tasks that bore the name at any time of the recording.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="name">The name as the kernel wrote it: at most 15 bytes on most recordings.</param>
    /// <param name="options">What the recording does not say of itself.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The PIDs, at least one.</returns>
    /// <exception cref="TraceFormatException">The file can't be read, holds no names, or none of them is this one.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static IReadOnlySet<int> Find(string path, string name, KernelEventReaderOptions options, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(name);
        FileKinds.RequireTasks(path);
        SortedSet<int> pids = FindInBinary(path, name, options, cancellation) ?? FindInText(path, name, cancellation);
        return pids.Count > 0 ? pids : throw new TraceFormatException(path, null, $"No task of the recording is called '{name}'.");
    }

    private static SortedSet<int>? FindInBinary(string path, string name, KernelEventReaderOptions options, CancellationToken cancellation)
    {
        var tasks = new NamedTasks(name);
        using IKernelEventReader reader = KernelEventReaders.Open(path, options with { Tasks = tasks });
        if (reader is TextEventReader)
        {
            return null;
        }

        var events = new KernelEvent[EventsAtOnce];
        while (reader.Read(events) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return tasks.Pids;
    }

    private static SortedSet<int> FindInText(string path, string name, CancellationToken cancellation)
    {
        using UnpackedFile file = UnpackedFile.Open(path);
        var pids = new SortedSet<int>();
        using Stream text = TextContainer.Open(file).Text;
        var lines = new Utf8Lines(text, Utf8Lines.DefaultBufferBytes);
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            cancellation.ThrowIfCancellationRequested();
            AddPids(line, bytes, pids);
        }

        return pids;
    }

    // Behind a name its PID stands as "-12 [", "    12 [", ":12 [", or " next_pid=12 ".
    private static void AddPids(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, SortedSet<int> pids)
    {
        for (int at = 0, found; (found = line[at..].IndexOf(name)) >= 0; at += found + 1)
        {
            int start = at + found;
            bool isField = start > 0 && line[start - 1] == '=';

            // A name may hold blanks: what follows one begins a name only at the line's start, or behind ": " or "==> ".
            bool begins = isField || start == 0 || (line[start - 1] == ' ' && line[..start].TrimEnd((byte)' ') is [] or [.., (byte)':' or (byte)'>']);
            if (begins && TryPid(line, start + name.Length, isField, out int pid))
            {
                pids.Add(pid);
            }
        }
    }

    private static bool TryPid(ReadOnlySpan<byte> line, int at, bool isField, out int pid)
    {
        pid = 0;
        if (isField)
        {
            int key = line[at..].IndexOf("pid="u8);
            bool next = key is 1 or 6 && line[at] == ' ';
            at += key + "pid=".Length;
            return next && TryEnd(line, ref at, out pid);
        }

        int digits = Columns.Is(line, at, '-') || Columns.Is(line, at, ':') ? at + 1 : Columns.SkipBlanks(line, at);
        return digits > at && TryEnd(line, ref digits, out pid);
    }

    private static bool TryEnd(ReadOnlySpan<byte> line, ref int at, out int pid)
    {
        bool number = Columns.TryNumber(line, ref at, out long value) && value <= int.MaxValue;
        pid = number ? (int)value : 0;
        return number && (at == line.Length || line[at] is (byte)' ' or (byte)'/');
    }
}
