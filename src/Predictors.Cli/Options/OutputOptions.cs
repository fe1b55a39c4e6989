using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>--json</c>, <c>--csv</c> and <c>--quiet</c>.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _json = new("--json") { HelpName = "FILE|-", Description = "Writes the result as JSON; - for standard output." };
    private readonly Option<string?> _csv = new("--csv") { HelpName = "FILE|-", Description = "Writes the result as CSV; - for standard output." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No tables and no progress." };

    public OutputOptions(Command verb)
    {
        verb.Options.Add(_json);
        verb.Options.Add(_csv);
        verb.Options.Add(_quiet);
    }

    public OutputChoice Of(ParseResult parsed)
    {
        var choice = new OutputChoice(
            parsed.GetValue(_json), parsed.GetValue(_csv), parsed.GetValue(_quiet), Manifest.Of(parsed, [_json, _csv, _quiet]));
        return choice.Json == "-" && choice.Csv == "-"
            ? throw new UsageException("--json - and --csv - both want standard output; give one of them a file.")
            : choice;
    }
}
