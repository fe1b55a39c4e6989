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
        var to = new TraceOutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            TraceOutput output = to.Of(parsed);
            using ITraceReader trace = traces.Open(parsed, traces.Path(parsed));
            output.WriteAndTell(trace, cancellation);
            return ExitStatus.Done;
        });
        return verb;
    }
}
