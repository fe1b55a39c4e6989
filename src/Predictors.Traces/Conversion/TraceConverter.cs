using Predictors.Traces.Conversion;
using Predictors.Traces.Csv;
using Predictors.Traces.Native;

namespace Predictors.Traces;

/// <summary>Writes a trace in another format.</summary>
public static class TraceConverter
{
    /// <summary>
    /// Reads a trace to its end and writes it: beside the destination first, which is replaced only once all is written.
    /// </summary>
    /// <param name="from">The trace, of which nothing was read yet.</param>
    /// <param name="to">The file to write.</param>
    /// <param name="format">Its format.</param>
    /// <param name="compress">Whether the chunks of a packed trace are compressed with zstd; a CSV file never is.</param>
    /// <param name="cancellation">Ends the conversion; the destination stays as it was.</param>
    /// <returns>How much was written.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="IOException">The file can't be written; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The conversion was ended.</exception>
    public static ConversionResult Convert(
        ITraceReader from, string to, TraceOutputFormat format, bool compress = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        if (Directory.Exists(to))
        {
            throw new IOException($"{to}: this is a directory, the name of a file is needed.");
        }

        string beside = to + ".part";
        bool created = false;
        try
        {
            ConversionResult result;
            using (var output = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                created = true;
                long segments = Write(from, output, format, compress, cancellation);
                result = new ConversionResult(segments, output.Length);
            }

            File.Move(beside, to, overwrite: true);
            created = false;
            return result;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{to}: the file can't be written: {Reason(error)}", error);
        }
        finally
        {
            if (created)
            {
                File.Delete(beside);
            }
        }
    }

    // The framework's messages name the file beside the destination, which nobody asked for.
    private static string Reason(Exception error) => error switch
    {
        DirectoryNotFoundException => "its directory does not exist.",
        UnauthorizedAccessException => "permission denied.",
        _ => error.Message,
    };

    private static long Write(ITraceReader from, Stream output, TraceOutputFormat format, bool compress, CancellationToken cancellation)
    {
        using ITraceWriter writer = format switch
        {
            TraceOutputFormat.Packed => new WakeWriter(output, from.Header, compress),
            TraceOutputFormat.Csv => new CsvTraceWriter(output, from.Header),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The format must be Packed or Csv."),
        };
        long segments = 0;
        while (from.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                writer.Write(chunk);
            }
            catch (InvalidDataException error)
            {
                throw new TraceFormatException(from.Header.Name, null, $"{error.Message}.", error);
            }

            segments += chunk.Count;
            from.Recycle(chunk);
        }

        writer.Complete(from.Inspection);
        return segments;
    }
}
