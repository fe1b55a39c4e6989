using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Binary;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces;

/// <summary>Opens recordings of kernel events. The format is told by content, never by name.</summary>
public static class KernelEventReaders
{
    /// <summary>
    /// Opens a recording, plain or packed with gzip or zstd: ftrace text (<c>trace</c>, <c>trace_pipe</c>),
    /// <c>trace-cmd report</c>, <c>perf script</c>, systrace HTML, atrace, and Chrome JSON with <c>systemTraceEvents</c>;
    /// trace-cmd's .dat files of versions 6 and 7, perf.data, and Perfetto.
    /// </summary>
    /// <remarks>
    /// .dat and perf.data files are read at many places: a packed one is unpacked into a temporary file first, up to 8 GiB.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">What the recording does not say of itself.</param>
    /// <returns>A reader at the first event; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KernelEventReaderOptions.ClockHz"/> is out of its range.</exception>
    /// <exception cref="TraceFormatException">The file can't be opened, or is no recording that can be read.</exception>
    public static IKernelEventReader Open(string path, KernelEventReaderOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (options.ClockHz is < 1 or > KernelEventReaderOptions.MaxClockHz)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.ClockHz, $"The clock's ticks per second must be from 1 to {KernelEventReaderOptions.MaxClockHz}.");
        }

        UnpackedFile file = UnpackedFile.Open(path);
        try
        {
            return BinaryRecordings.TryOpen(file, options)
                ?? (IKernelEventReader)TextEventReader.Open(file, options, Utf8Lines.DefaultBufferBytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
