using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>A trace file to write.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="Compress">Whether a packed trace is compressed.</param>
internal sealed record TraceOutput(string Path, TraceOutputFormat Format, bool Compress)
{
    /// <summary>Takes the format from a file's name.</summary>
    /// <exception cref="UsageException">The name does not tell.</exception>
    /// <param name="path">The file.</param>
    /// <param name="compress">Whether a packed trace is compressed.</param>
    /// <param name="also">What else the verb writes, for the message.</param>
    public static TraceOutput To(string path, bool compress, string also = "") => System.IO.Path.GetExtension(path) switch
    {
        ".wake" => new TraceOutput(path, TraceOutputFormat.Packed, compress),
        ".csv" => new TraceOutput(path, TraceOutputFormat.Csv, compress),
        _ => throw new UsageException($"-o {path} is not accepted: its name must end in .wake or .csv{also}, which tells the format."),
    };

    /// <summary>Reads a trace to its end and writes it.</summary>
    public ConversionResult Write(ITraceReader trace, CancellationToken cancellation) =>
        TraceConverter.Convert(trace, Path, Format, Compress, cancellation);

    /// <summary>Reads a trace to its end, writes it, and says on standard error what was written and what was odd.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="pace">How fast it is read.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public ConversionResult WriteAndTell(ITraceReader trace, Pace pace, CancellationToken cancellation)
    {
        ConversionResult result = Output.Watch(quiet: false, Path, progress => Write(new WatchedTrace(trace, progress), cancellation), pace);
        Console.Error.WriteLine($"{Path}: {result.Segments} idle segments, {result.Bytes} bytes");
        if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
        {
            Console.Error.WriteLine(note);
        }

        return result;
    }
}
