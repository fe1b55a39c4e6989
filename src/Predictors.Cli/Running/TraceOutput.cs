using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>A trace file to write.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="Compress">Whether a packed trace is compressed.</param>
internal sealed record TraceOutput(string Path, TraceOutputFormat Format, bool Compress)
{
    /// <summary>Reads a trace to its end and writes it.</summary>
    public ConversionResult Write(ITraceReader trace, CancellationToken cancellation) =>
        TraceConverter.Convert(trace, Path, Format, Compress, cancellation);

    /// <summary>Reads a trace to its end, writes it, and says on standard error what was written and what was odd.</summary>
    public ConversionResult WriteAndTell(ITraceReader trace, CancellationToken cancellation)
    {
        ConversionResult result = Write(trace, cancellation);
        Console.Error.WriteLine($"{Path}: {result.Segments} idle segments, {result.Bytes} bytes");
        if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
        {
            Console.Error.WriteLine(note);
        }

        return result;
    }
}
