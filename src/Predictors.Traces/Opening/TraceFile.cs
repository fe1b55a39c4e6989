using Predictors.Traces.Compression;
using Predictors.Traces.Csv;
using Predictors.Traces.Native;
using Predictors.Traces.Opening;

namespace Predictors.Traces;

/// <summary>Opens trace files of every format that can be read.</summary>
public static class TraceFile
{
    /// <summary>Opens a trace. The format is told by content, never by name.</summary>
    /// <param name="path">
    /// The file: a recording of kernel events (text, trace-cmd .dat, perf.data, Perfetto), CSV, or a packed trace; <c>file#guest</c> for a
    /// guest in a KVM host's recording.
    /// </param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <returns>A reader at the first chunk; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be opened, or is no trace that can be read, or holds no such guest.</exception>
    public static ITraceReader Open(string path, TraceFileOptions options) => Open(path, options, observer: null);

    /// <summary>Opens a trace and shows the kernel events of a recording to an observer; other formats hold none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <param name="observer">Who sees the events, or null.</param>
    /// <returns>A reader at the first chunk; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be opened, or is no trace that can be read, or holds no such guest.</exception>
    public static ITraceReader Open(string path, TraceFileOptions options, IKernelEventObserver? observer)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        path = GuestPath.Split(path, out string? guest);
        guest ??= options.Guest;
        RequireFile(path);
        FileKind kind = FileKinds.Of(path);
        if (kind != FileKind.Recording && guest is not (null or TraceFileOptions.Host or TraceFileOptions.AllGuests))
        {
            throw new TraceFormatException(path, null, $"There is no guest {guest} in this trace: guests can be chosen in the recording of a KVM host only.");
        }

        if (options.Tasks is not null)
        {
            FileKinds.RequireTasks(path);
        }

        return kind switch
        {
            FileKind.Packed => new WakeReader(path),
            FileKind.Csv => new CsvTraceReader(path, HashOf(path)),
            _ => OpenRecording(path, HashOf(path), options, guest, observer),
        };
    }

    /// <summary>Finds the guests in a KVM host's recording, which is read to its end for that.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <returns>The guests, in the order of their numbers; none where the file is something else.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be read.</exception>
    public static IReadOnlyList<RecordedGuest> Guests(string path, TraceFileOptions options) => Guests(path, options, notWithCpuIdle: false);

    /// <summary>Finds the guests, but none in a recording that has its own machine's idle events.</summary>
    internal static IReadOnlyList<RecordedGuest> Guests(string path, TraceFileOptions options, bool notWithCpuIdle)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        path = GuestPath.Split(path, out _);
        if (FileKinds.Of(path) != FileKind.Recording)
        {
            return [];
        }

        using IKernelEventReader events = KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = options.ClockHz });
        bool host = GuestScan.IsHost(events.KindsAtStart) && !(notWithCpuIdle && events.KindsAtStart.Contains(KernelEventKind.CpuIdle));
        return host ? GuestScan.Read(events) : [];
    }

    /// <summary>Finds the guest that was asked for, by <c>file#guest</c> or <see cref="TraceFileOptions.Guest"/>.</summary>
    /// <param name="path">The file, or a guest in it.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <returns>The guest; null where none was asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be read, or holds no such guest.</exception>
    public static RecordedGuest? FindGuest(string path, TraceFileOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        string file = GuestPath.Split(path, out string? guest);
        guest ??= options.Guest;
        if (guest is null or TraceFileOptions.Host or TraceFileOptions.AllGuests)
        {
            return null;
        }

        using IKernelEventReader events = KernelEventReaders.Open(file, new KernelEventReaderOptions { ClockHz = options.ClockHz });
        return GuestChoice.Choose(file, events.KindsAtStart, guest, () => Guests(file, options), out _);
    }

    private static KernelTraceReader OpenRecording(
        string path, string sha256, TraceFileOptions options, string? guest, IKernelEventObserver? observer)
    {
        IKernelEventReader events = KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = options.ClockHz });
        events = observer is null ? events : new ObservedEventReader(events, observer);
        try
        {
            if (GuestChoice.Choose(path, events.KindsAtStart, guest, () => Guests(path, options), out bool isOnly) is not { } chosen)
            {
                return new KernelTraceReader(events, Path.GetFileName(path), sha256, options.Tasks);
            }

            return options.Tasks is null
                ? new KernelTraceReader(events, Path.GetFileName(path), sha256, chosen, isOnly)
                : throw new TraceFormatException(path, null, "A host's recording does not tell which task of a guest runs: choose by process in the guest's own recording.");
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    private static void RequireFile(string path)
    {
        using FileStream file = UnpackedFile.OpenFile(path);
        if (!file.CanSeek)
        {
            throw new TraceFormatException(path, null, "This is a pipe or a device: save the recording to a file first.");
        }

        if (file.Length == 0)
        {
            throw new TraceFormatException(
                path, null, "The file is empty (one such as /sys/kernel/tracing/trace must be copied first, its size is not known).");
        }
    }

    private static string HashOf(string path)
    {
        using FileStream file = UnpackedFile.OpenFile(path);
        return FileHash.Of(path, file.SafeFileHandle);
    }
}
