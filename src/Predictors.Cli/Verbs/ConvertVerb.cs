using System.CommandLine;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors convert</c>.</summary>
internal static class ConvertVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "convert",
            "Writes a trace as a packed trace (.wake) or as CSV (.csv).",
            ("traces/tcp-rr-pinned.txt.gz -o tcp-rr.wake", "a packed trace, which replays without being parsed"),
            ("traces/redis-50-clients.wake -o redis.csv", "idle segments as CSV"));
        var traces = new TraceOptions(verb, several: false);
        var to = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The file to write: its ending, .wake or .csv, tells the format.", Required = true };
        verb.Options.Add(to);
        var plain = new Option<bool>("--no-zstd") { Description = "Leaves the chunks of a packed trace uncompressed: larger, and faster to replay." };
        verb.Options.Add(plain);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            string output = parsed.GetValue(to)!;
            TraceOutputFormat format = Path.GetExtension(output) switch
            {
                ".wake" => TraceOutputFormat.Packed,
                ".csv" => TraceOutputFormat.Csv,
                _ => throw new UsageException($"-o {output} is not accepted: its name must end in .wake or .csv, which tells the format."),
            };
            using ITraceReader trace = traces.Open(parsed, traces.Path(parsed));
            ConversionResult result = TraceConverter.Convert(trace, output, format, !parsed.GetValue(plain), cancellation);
            Console.Error.WriteLine($"{output}: {result.Segments} idle segments, {result.Bytes} bytes");
            if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
            {
                Console.Error.WriteLine(note);
            }

            return ExitStatus.Done;
        });
        return verb;
    }
}
