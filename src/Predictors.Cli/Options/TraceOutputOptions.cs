using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>-o FILE.wake|.csv</c> and <c>--no-zstd</c>: the trace that a verb writes.</summary>
internal sealed class TraceOutputOptions
{
    private const string Table = ".parquet";

    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE" };
    private readonly bool _tables;

    private readonly Option<bool> _plain = new("--no-zstd")
    {
        Description = "Leaves the chunks of a packed trace uncompressed: larger, and faster to replay.",
    };

    /// <param name="verb">The verb.</param>
    /// <param name="required">Whether it writes one in any case.</param>
    /// <param name="tables">Whether it can write a table for notebooks, which is no trace any more.</param>
    public TraceOutputOptions(Command verb, bool required = true, bool tables = false)
    {
        _tables = tables;
        _output.Description = $"The file to write: its ending, .wake{(tables ? $", .csv or {Table}" : " or .csv")}, tells the format.";
        _output.Required = required;
        verb.Options.Add(_output);
        verb.Options.Add(_plain);
    }

    /// <summary>The table to write; null where a trace is to be written.</summary>
    public string? TableOf(ParseResult parsed) =>
        _tables && parsed.GetValue(_output) is { } path && Path.GetExtension(path) == Table ? path : null;

    /// <summary>The option itself: it only says where the result goes.</summary>
    public Option Option => _output;

    /// <summary>The file and its format, checked before any work is done.</summary>
    public TraceOutput Of(ParseResult parsed) => TraceOutput.To(
        parsed.GetValue(_output) ?? throw new UsageException("-o FILE is required: the trace to write, .wake or .csv."),
        !parsed.GetValue(_plain),
        also: _tables ? $" (or {Table}, for notebooks)" : string.Empty);
}
