using System.CommandLine;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>The traces of a verb, and what their files do not say of themselves.</summary>
internal sealed class TraceOptions
{
    private readonly Option<long?> _clockHz = NumberOption.Of<long>(
        "--clock-hz",
        "HZ",
        "Ticks per second of a recording whose clock counts ticks (x86-tsc).",
        $"1 to {KernelEventReaderOptions.MaxClockHz} ticks a second",
        hz => hz is > 0 and <= KernelEventReaderOptions.MaxClockHz);

    private readonly Option<string?> _guest = new("--guest")
    {
        HelpName = "PID|all|host",
        Description = "In a KVM host's recording, the guest: its process or one of its vCPU threads; all of them, where several traces are read; or the host's own CPUs.",
    };

    private readonly Argument<string> _trace = new("TRACE") { Description = "The trace." };
    private readonly Argument<string[]> _traces = new("TRACE")
    {
        Description = "Traces; a directory stands for the traces in it.",
    };

    /// <param name="verb">The verb.</param>
    /// <param name="several">Whether it takes several traces.</param>
    /// <param name="required">Whether it needs one.</param>
    public TraceOptions(Command verb, bool several, bool required = true)
    {
        _traces.Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore;
        Argument traces = several ? _traces : _trace;
        traces.Validators.Add(MistypedOptions.Refuse);
        verb.Arguments.Add(traces);
        verb.Options.Add(_clockHz);
        verb.Options.Add(_guest);
    }

    /// <summary>The traces that were named, each guest as one where all are asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="eachGuest">Whether all guests are meant where none is named.</param>
    public IReadOnlyList<string> Paths(ParseResult parsed, bool eachGuest = false)
    {
        IReadOnlyList<string> paths = TraceSet.Expand(parsed.GetValue(_traces)!);
        TraceFileOptions options = Of(parsed);
        return options.Guest == TraceFileOptions.AllGuests ? TraceSet.ExpandGuests(paths, options)
            : eachGuest && options.Guest is null ? TraceSet.ExpandGuests(paths, options, whereNeeded: true)
            : paths;
    }

    /// <summary>How fast the files of traces are read, and how long it still takes.</summary>
    /// <param name="paths">The traces.</param>
    /// <param name="times">How often each is read.</param>
    public static Pace PaceOf(IEnumerable<string> paths, int times = 1) =>
        new(paths.Select(path => new FileInfo(TraceSet.FileOf(path))).Where(file => file.Exists).Sum(file => file.Length) * times);

    public string Path(ParseResult parsed) => parsed.GetValue(_trace)!;

    public ITraceReader Open(ParseResult parsed, string path, IKernelEventObserver? observer = null) => TraceFile.Open(path, Of(parsed), observer);

    public IReadOnlyList<RecordedGuest> Guests(ParseResult parsed, string path) => TraceFile.Guests(path, Of(parsed));

    public IKernelEventReader OpenEvents(ParseResult parsed, string path) =>
        KernelEventReaders.Open(TraceSet.FileOf(path), new KernelEventReaderOptions { ClockHz = parsed.GetValue(_clockHz) });

    /// <summary>The vCPU threads of the guest that was asked for; null where none was.</summary>
    public IReadOnlySet<int>? HostThreads(ParseResult parsed, string path) =>
        TraceFile.FindGuest(path, Of(parsed))?.Vcpus.Select(v => v.Thread).ToHashSet();

    public TraceFileOptions Of(ParseResult parsed) => new() { ClockHz = parsed.GetValue(_clockHz), Guest = parsed.GetValue(_guest) };
}
