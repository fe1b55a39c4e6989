using Predictors.Traces.Compression;
using Predictors.Traces.Native;
using Predictors.Traces.Readers;
using Predictors.Traces.Readers.Binary;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Tests.Readers.Hostile;

/// <summary>
/// Reads bytes that may be anything in every way in which a recording is read: they give what a recording gives, or one clear
/// error. Also what the fuzzer runs.
/// </summary>
internal static class HostileRead
{
    private static readonly KernelEventReaderOptions Options = new() { ClockHz = 1000, Tasks = new NamedTasks("a task") };

    /// <summary>Reads a recording of any format.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>How many events it gives; -1 where it is refused.</returns>
    /// <exception cref="InvalidOperationException">It gives what no recording may give.</exception>
    public static long Recording(byte[] bytes)
    {
        try
        {
            IReadOnlySet<KernelEventKind> kinds;
            using (var trace = new KernelTraceReader(Open(bytes), "file", "00"))
            {
                CheckSegments(trace);
            }

            long events = 0;
            using (IKernelEventReader reader = Open(bytes))
            {
                kinds = reader.KindsAtStart;
                events = CheckEvents(reader);
            }

            if (GuestScan.IsHost(kinds))
            {
                CheckGuests(bytes);
            }

            return events;
        }
        catch (TraceFormatException error) when (IsClear(error))
        {
            return -1;
        }
    }

    /// <summary>Reads a packed trace or CSV, which are read from files only.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is one.</returns>
    /// <exception cref="InvalidOperationException">It gives what no trace may give.</exception>
    public static bool Trace(string path)
    {
        try
        {
            using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions { ClockHz = Options.ClockHz });
            CheckSegments(trace);
            return true;
        }
        catch (TraceFormatException error) when (IsClear(error))
        {
            return false;
        }
    }

    private static IKernelEventReader Open(byte[] bytes)
    {
        var file = new UnpackedFile("file", new MemoryStream(bytes, writable: false));
        return BinaryRecordings.TryOpen(file, Options) ?? (IKernelEventReader)TextEventReader.Open(file, Options, 4096);
    }

    private static bool IsClear(TraceFormatException error) => error.Message.Length is > 10 and < 1000 && !error.Message.Contains('\n', StringComparison.Ordinal);

    private static void CheckGuests(byte[] bytes)
    {
        IReadOnlyList<RecordedGuest> guests;
        using (IKernelEventReader events = Open(bytes))
        {
            guests = GuestScan.Read(events);
        }

        foreach (RecordedGuest guest in guests.Take(3))
        {
            using var trace = new KernelTraceReader(Open(bytes), "file", "00", guest, guests.Count == 1);
            CheckSegments(trace);
        }

        using IKernelEventReader decisions = Open(bytes);
        var steps = new RecordedStepReader(decisions);
        while (steps.Read(out _))
        {
        }
    }

    private static long CheckEvents(IKernelEventReader reader)
    {
        var events = new KernelEvent[512];
        long all = 0;
        int count;
        while ((count = reader.Read(events)) > 0)
        {
            all += count;
            foreach (ref readonly KernelEvent e in events.AsSpan(0, count))
            {
                Require(e.Cpu is >= 0 and <= TraceLimits.MaxVcpu && e.TimeNs is >= 0 and <= TraceLimits.MaxTimeNs, "An event is out of range.");
            }
        }

        return all;
    }

    private static void CheckSegments(ITraceReader trace)
    {
        var lastExits = new Dictionary<int, long>();
        while (trace.Read() is { } chunk)
        {
            long lastExitNs = lastExits.GetValueOrDefault(chunk.Vcpu, long.MinValue);
            Require(ChunkRules.FindFault(chunk, lastExitNs) is null, "A segment breaks the rules of the trace model.");
            lastExits[chunk.Vcpu] = chunk.ExitNs[chunk.Count - 1];
            trace.Recycle(chunk);
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
