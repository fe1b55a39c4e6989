using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>-o FILE.wake|.csv</c> and <c>--no-zstd</c>: the trace that a verb writes.</summary>
internal sealed class TraceOutputOptions
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "The file to write: its ending, .wake or .csv, tells the format.",
    };

    private readonly Option<bool> _plain = new("--no-zstd")
    {
        Description = "Leaves the chunks of a packed trace uncompressed: larger, and faster to replay.",
    };

    public TraceOutputOptions(Command verb, bool required = true)
    {
        _output.Required = required;
        verb.Options.Add(_output);
        verb.Options.Add(_plain);
    }

    /// <summary>The file and its format, checked before any work is done.</summary>
    public TraceOutput Of(ParseResult parsed) => TraceOutput.To(
        parsed.GetValue(_output) ?? throw new UsageException("-o FILE is required: the trace to write, .wake or .csv."), !parsed.GetValue(_plain));
}
