using System.CommandLine;
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

    private readonly Argument<string> _trace = new("TRACE") { Description = "The trace." };
    private readonly Argument<string[]> _traces = new("TRACE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Traces; a directory stands for the traces in it.",
    };

    public TraceOptions(Command verb, bool several)
    {
        Argument traces = several ? _traces : _trace;
        traces.Validators.Add(MistypedOptions.Refuse);
        verb.Arguments.Add(traces);
        verb.Options.Add(_clockHz);
    }

    public IReadOnlyList<string> Paths(ParseResult parsed) => TraceSet.Expand(parsed.GetValue(_traces)!);

    public string Path(ParseResult parsed) => parsed.GetValue(_trace)!;

    public TraceFileOptions FileOptions(ParseResult parsed) => new() { ClockHz = parsed.GetValue(_clockHz) };

    public ITraceReader Open(ParseResult parsed, string path) => TraceFile.Open(path, FileOptions(parsed));

    public IKernelEventReader OpenEvents(ParseResult parsed, string path) =>
        KernelEventReaders.Open(path, new KernelEventReaderOptions { ClockHz = parsed.GetValue(_clockHz) });
}
