using System.CommandLine;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors merge</c>.</summary>
internal static class MergeVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "merge",
            "Puts traces on one clock together: vCPUs beside each other, or parts of one recording one after the other.",
            ("traces/redis-50-clients.wake traces/memcached-open-2000.wake --renumber --same-clock -o both.wake", "two machines' vCPUs as those of one"),
            ("traces/redis-50-clients.wake -o copy.csv", "one trace, as CSV"));
        var traces = new TraceOptions(verb, several: true);
        var to = new TraceOutputOptions(verb);
        var renumber = new Option<bool>("--renumber") { Description = "Gives the vCPUs of each further trace numbers behind those of the traces before it." };
        verb.Options.Add(renumber);
        var sameClock = new Option<bool>("--same-clock") { Description = "Says that traces whose clock is not known are on the clock of the others." };
        verb.Options.Add(sameClock);
        var strip = new Option<bool>("--strip-names") { Description = "Leaves out the names that slice --strip-names leaves out." };
        verb.Options.Add(strip);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            TraceOutput output = to.Of(parsed);
            IReadOnlyList<string> paths = traces.Paths(parsed);
            var options = new MergeOptions { Renumber = parsed.GetValue(renumber), SameClock = parsed.GetValue(sameClock) };
            List<(ITraceReader Trace, TraceSpan Span)> sources = [];
            try
            {
                foreach (string path in paths)
                {
                    using ITraceReader whole = traces.Open(parsed, path);
                    TraceSpan span = Output.Watch(
                        quiet: false, path, progress => TraceSpan.Of(new WatchedTrace(whole, progress), cancellation), TraceOptions.PaceOf([path]));
                    sources.Add((traces.Open(parsed, path), span));
                }

                using var merged = new MergedTrace(sources, options);
                TellLeftOut(sources.Select(s => s.Trace.Header), merged.Header);
                output.WriteAndTell(parsed.GetValue(strip) ? new SlicedTrace(merged, new SliceRules { StripNames = true }) : merged, TraceOptions.PaceOf(paths), cancellation);
            }
            finally
            {
                sources.ForEach(s => s.Trace.Dispose());
            }

            return ExitStatus.Done;
        });
        return verb;
    }

    private static void TellLeftOut(IEnumerable<TraceHeader> sources, TraceHeader merged)
    {
        foreach (TraceHeader source in sources)
        {
            if ((source.Columns & ~merged.Columns) is var left and not 0)
            {
                Console.Error.WriteLine($"{source.Name}: the columns {left} are left out, since not all of the traces have them.");
            }

            if (source.SourceSha256 != merged.SourceSha256)
            {
                Console.Error.WriteLine($"{source.Name}: a learned predictor will not recognise in the merged trace what it was trained on here.");
            }
        }
    }
}
