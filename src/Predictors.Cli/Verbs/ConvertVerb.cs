using System.CommandLine;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors convert</c>.</summary>
internal static class ConvertVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "convert",
            "Writes a trace as a packed trace (.wake) or as CSV (.csv), or its idle segments as Parquet (.parquet) for notebooks.",
            ("traces/tcp-rr-pinned.txt.gz -o tcp-rr.wake", "a packed trace, which replays without being parsed"),
            ("traces/redis-50-clients.wake -o redis.csv", "idle segments as CSV"),
            ("traces/redis-50-clients.wake -o redis.parquet", "idle segments as Parquet, which no verb reads back"));
        var traces = new TraceOptions(verb, several: false);
        var to = new TraceOutputOptions(verb, tables: true);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            string? table = to.TableOf(parsed);
            TraceOutput? output = table is null ? to.Of(parsed) : null;
            string path = traces.Path(parsed);
            using ITraceReader trace = traces.Open(parsed, path);
            if (output is not null)
            {
                output.WriteAndTell(trace, TraceOptions.PaceOf([path]), cancellation);
            }
            else
            {
                WriteTable(table!, trace, TraceOptions.PaceOf([path]), Manifest.Of(parsed, [to.Option]), cancellation);
            }

            return ExitStatus.Done;
        });
        return verb;
    }

    private static void WriteTable(string path, ITraceReader trace, Pace pace, RunManifest manifest, CancellationToken cancellation)
    {
        long segments = 0;
        OutputFile.Write(path, stream =>
            segments = Output.Watch(quiet: false, path, progress => SegmentTable.Write(stream, new WatchedTrace(trace, progress), manifest, cancellation), pace));
        Console.Error.WriteLine($"{path}: {segments} idle segments, {new FileInfo(path).Length} bytes");
        if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
        {
            Console.Error.WriteLine(note);
        }
    }
}
