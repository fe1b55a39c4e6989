using System.CommandLine;
using System.Globalization;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors slice</c>.</summary>
internal static class SliceVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "slice",
            "Writes a part of a trace: by time, vCPU, process or wake cause; and without names.",
            ("traces/redis-50-clients.wake --from 1s --to 3s -o part.wake", "two seconds of a trace"),
            ("traces/redis-50-clients.wake --vcpus 0 --cause timer -o timers.csv", "the timer wake-ups of one vCPU, as CSV"),
            ("traces/tcp-rr-pinned.txt.gz --process rr-server -o server.wake", "the idle periods after which a process ran"),
            ("traces/tcp-rr-pinned.txt.gz --strip-names -o anonymous.wake", "all of it, without the names that the recording holds"));
        var traces = new TraceOptions(verb, several: false);
        var to = new TraceOutputOptions(verb);
        Option<long?> from = LengthOption.Of("--from", "Where the part begins, from the trace's beginning.", 0, TraceLimits.MaxTimeNs);
        verb.Options.Add(from);
        Option<long?> until = LengthOption.Of("--to", "Where it ends, from the trace's beginning.", 1, TraceLimits.MaxTimeNs);
        verb.Options.Add(until);
        Option<SortedSet<int>?> vcpus = VcpuListOption.Of("--vcpus", "The vCPUs that are kept, such as 0,2-5.");
        verb.Options.Add(vcpus);
        Option<HashSet<WakeCause>?> causes = CauseListOption.Of("--cause", "The wake causes that are kept");
        verb.Options.Add(causes);
        var process = new Option<string[]>("--process")
        {
            HelpName = "NAME|PID",
            Description = "Keeps the idle periods after which this task ran, by name or PID; may be given several times. Only for recordings of kernel events.",
        };
        verb.Options.Add(process);
        var strip = new Option<bool>("--strip-names")
        {
            Description = "Leaves out the recording's file name, lines that were not understood, and names of events that the importer does not know.",
        };
        verb.Options.Add(strip);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            TraceOutput output = to.Of(parsed);
            string path = traces.Path(parsed);
            var rules = new SliceRules
            {
                Vcpus = parsed.GetValue(vcpus),
                Causes = parsed.GetValue(causes),
                StripNames = parsed.GetValue(strip),
            };
            if (parsed.GetValue(from) is not null || parsed.GetValue(until) is not null)
            {
                rules = WithTimes(rules, traces, parsed, path, parsed.GetValue(from), parsed.GetValue(until), cancellation);
            }

            IReadOnlySet<int>? tasks = parsed.GetValue(process) is { Length: > 0 } names ? Tasks(path, names, traces.Of(parsed), cancellation) : null;
            using var part = new SlicedTrace(TraceFile.Open(path, traces.Of(parsed) with { Tasks = tasks }), rules);
            output.WriteAndTell(part, TraceOptions.PaceOf([path]), cancellation);
            if (part.WakersCutAway > 0)
            {
                Console.Error.WriteLine($"{part.WakersCutAway} of the segments were woken by a vCPU or at an instant that was cut away; their waker is now unknown.");
            }

            return ExitStatus.Done;
        });
        return verb;
    }

    private static SortedSet<int> Tasks(string path, IEnumerable<string> namesAndPids, TraceFileOptions options, CancellationToken cancellation)
    {
        var tasks = new SortedSet<int>();
        foreach (string task in namesAndPids)
        {
            if (int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                tasks.Add(pid);
            }
            else
            {
                tasks.UnionWith(TaskNames.Find(TraceSet.FileOf(path), task, new KernelEventReaderOptions { ClockHz = options.ClockHz }, cancellation));
            }
        }

        return tasks;
    }

    private static SliceRules WithTimes(
        SliceRules rules, TraceOptions traces, ParseResult parsed, string path, long? fromNs, long? toNs, CancellationToken cancellation)
    {
        if (toNs <= fromNs)
        {
            throw new UsageException($"--to {Duration.Format(toNs.Value)} must be later than --from {Duration.Format(fromNs!.Value)}.");
        }

        using ITraceReader whole = traces.Open(parsed, path);
        TraceSpan span = Output.Watch(
            quiet: false, path, progress => TraceSpan.Of(new WatchedTrace(whole, progress), cancellation), TraceOptions.PaceOf([path]));
        long lengthNs = span.LastNs - span.FirstNs;
        if (fromNs >= lengthNs)
        {
            throw new UsageException($"--from {Duration.Format(fromNs.Value)} lies behind the trace's end: it lasts {Duration.Format(lengthNs)}.");
        }

        return rules with
        {
            FromNs = span.FirstNs + (fromNs ?? 0),
            ToNs = toNs is { } end && end < lengthNs ? span.FirstNs + end : span.LastNs,
        };
    }
}
