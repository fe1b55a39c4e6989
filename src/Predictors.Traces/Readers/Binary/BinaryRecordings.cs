using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Binary.PerfData;
using Predictors.Traces.Readers.Binary.Perfetto;
using Predictors.Traces.Readers.Binary.TraceCmd;

namespace Predictors.Traces.Readers.Binary;

/// <summary>Opens binary recordings, told by their first bytes.</summary>
internal static class BinaryRecordings
{
    /// <summary>Opens a file if it is such a recording.</summary>
    /// <param name="file">The file, which the reader disposes; the caller, where this fails.</param>
    /// <param name="options">What the recording does not say of itself.</param>
    /// <returns>The reader; null where the file is something else.</returns>
    /// <exception cref="TraceFormatException">It is such a recording, but can't be read.</exception>
    public static BinaryEventReader? TryOpen(UnpackedFile file, KernelEventReaderOptions options)
    {
        ReadOnlySpan<byte> start = file.Content.Peek(BinarySignatures.Bytes);
        bool isDat = start.StartsWith(DatFile.Magic);
        if (!isDat && !PerfFile.IsMeant(start))
        {
            return PerfettoFile.IsMeant(file.Content) ? PerfettoFile.Open(file, options) : null;
        }

        var bytes = new FileBytes(file.Path, file.Seekable());
        try
        {
            if (file.IsPacked)
            {
                file.Dispose();
            }

            return isDat ? DatFile.Open(bytes, options) : PerfFile.Open(bytes, options);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
