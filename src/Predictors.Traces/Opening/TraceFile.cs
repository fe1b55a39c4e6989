using System.Security.Cryptography;
using Predictors.Traces.Compression;
using Predictors.Traces.Csv;
using Predictors.Traces.Native;
using Predictors.Traces.Opening;

namespace Predictors.Traces;

/// <summary>Opens trace files of every format that can be read.</summary>
public static class TraceFile
{
    /// <summary>Opens a trace. The format is told by content, never by name.</summary>
    /// <param name="path">The file: a recording of kernel events (text, trace-cmd .dat, perf.data), CSV, or a packed trace.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <returns>A reader at the first chunk; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be opened, or is no trace that can be read.</exception>
    public static ITraceReader Open(string path, TraceFileOptions options) => Open(path, options, observer: null);

    /// <summary>Opens a trace and shows the kernel events of a recording to an observer; other formats hold none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say of itself.</param>
    /// <param name="observer">Who sees the events, or null.</param>
    /// <returns>A reader at the first chunk; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="TraceFileOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be opened, or is no trace that can be read.</exception>
    public static ITraceReader Open(string path, TraceFileOptions options, IKernelEventObserver? observer)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        string sha256 = HashOf(path);
        return FileKinds.Of(path) switch
        {
            FileKind.Packed => new WakeReader(path, sha256),
            FileKind.Csv => new CsvTraceReader(path, sha256),
            _ => OpenRecording(path, sha256, options, observer),
        };
    }

    private static KernelTraceReader OpenRecording(string path, string sha256, TraceFileOptions options, IKernelEventObserver? observer)
    {
        IKernelEventReader events = KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = options.ClockHz });
        events = observer is null ? events : new ObservedEventReader(events, observer);
        try
        {
            return new KernelTraceReader(events, Path.GetFileName(path), sha256);
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    private static string HashOf(string path)
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

        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (IOException error)
        {
            throw new TraceFormatException(path, null, $"The file can't be read: {error.Message}", error);
        }
    }
}
