using System.CommandLine;
using Predictors.Traces;

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
    public TraceOutput Of(ParseResult parsed)
    {
        string path = parsed.GetValue(_output) ?? throw new UsageException("-o FILE is required: the trace to write, .wake or .csv.");
        TraceOutputFormat format = Path.GetExtension(path) switch
        {
            ".wake" => TraceOutputFormat.Packed,
            ".csv" => TraceOutputFormat.Csv,
            _ => throw new UsageException($"-o {path} is not accepted: its name must end in .wake or .csv, which tells the format."),
        };
        return new TraceOutput(path, format, !parsed.GetValue(_plain));
    }
}
