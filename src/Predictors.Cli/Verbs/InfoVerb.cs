using System.CommandLine;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors info</c>.</summary>
internal static class InfoVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "info",
            "What traces hold: idle lengths, busy share, wake causes, what poll windows would catch, losses and anomalies.",
            ("traces/redis-50-clients.wake", "what one trace holds"),
            ("traces --json -", "all traces of a folder, as JSON"));
        var traces = new TraceOptions(verb, several: true);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            var inspected = new List<InspectedTrace>();
            foreach (string path in traces.Paths(parsed, eachGuest: true))
            {
                using ITraceReader trace = traces.Open(parsed, path);
                TraceStatistics statistics = Output.Watch(choice, path, progress => ReadAll(trace, progress, cancellation), TraceOptions.PaceOf([path]));
                bool host = trace.Inspection.Events.Keys.Any(e => e.StartsWith("kvm_", StringComparison.Ordinal));

                // Asked for while the file is open; the report is written when it is not.
                TraceHeader header = trace.Header with { Sha256 = new FileSha256(trace.Header.Sha256.Digits) };
                inspected.Add(new InspectedTrace(header, trace.Inspection, statistics, host ? traces.Guests(parsed, path) : []));
            }

            Output.Write(new InfoReport(inspected), choice);
            return ExitStatus.Done;
        });
        return verb;
    }

    private static TraceStatistics ReadAll(ITraceReader trace, IProgress<double> progress, CancellationToken cancellation)
    {
        var statistics = new TraceStatistics();
        while (trace.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(trace.Progress);
            statistics.Add(chunk);
            trace.Recycle(chunk);
        }

        return statistics;
    }
}
