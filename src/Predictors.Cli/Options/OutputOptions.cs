using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>--json</c>, <c>--csv</c>, <c>--quiet</c>; <c>--parquet</c>, <c>--html</c> and <c>--plot</c> where the result has these forms, and <c>--resume</c> where it is made in parts.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _json = new("--json") { HelpName = "FILE|-", Description = "Writes the result as JSON; - for standard output." };
    private readonly Option<string?> _csv = new("--csv") { HelpName = "FILE|-", Description = "Writes the result as CSV; - for standard output." };
    private readonly Option<string?> _parquet = new("--parquet") { HelpName = ParquetChoice.Syntax };
    private readonly Option<string?> _html = new("--html") { HelpName = "FILE", Description = "Writes the result as one page with pictures, for a browser." };
    private readonly Option<string[]> _plot = new("--plot")
    {
        HelpName = PlotChoice.Syntax,
        Description = "Writes one picture as .svg or .png: waste versus latency (front) unless the distribution of latencies (latency) or idle lengths with the poll windows (lengths) is named; may be given several times.",
    };

    private readonly Option<string?> _resume = new("--resume")
    {
        HelpName = "FILE",
        Description = "Keeps what is done in FILE, trace by trace. What is there and was made in exactly this way is not run again; the result is the same.",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "No tables and no progress." };
    private readonly IReadOnlyCollection<Option> _all;

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="pictures">Whether its report is an <see cref="Reporting.IHtmlReport"/>.</param>
    /// <param name="parquet">What <c>--parquet</c> writes where its report is an <see cref="Reporting.IParquetReport"/>, or null.</param>
    /// <param name="resumes">Whether what it does can be kept in a file and taken up again.</param>
    public OutputOptions(Command verb, bool pictures = false, string? parquet = null, bool resumes = false)
    {
        _parquet.Description = parquet;
        _all = [_json, _csv, .. parquet is null ? (Option[])[] : [_parquet], .. pictures ? (Option[])[_html, _plot] : [], .. resumes ? (Option[])[_resume] : [], _quiet];
        foreach (Option option in _all)
        {
            verb.Options.Add(option);
        }
    }

    public OutputChoice Of(ParseResult parsed)
    {
        var choice = new OutputChoice(parsed.GetValue(_json), parsed.GetValue(_csv), parsed.GetValue(_quiet), Manifest.Of(parsed, _all))
        {
            Parquet = _all.Contains(_parquet) && parsed.GetValue(_parquet) is { } parquet ? ParquetChoice.Parse(parquet) : null,
            Resume = _all.Contains(_resume) ? parsed.GetValue(_resume) : null,
            Html = _all.Contains(_html) ? parsed.GetValue(_html) : null,
            Plots = _all.Contains(_plot) ? [.. (parsed.GetValue(_plot) ?? []).Select(PlotChoice.Parse)] : [],
        };
        return choice.Json == "-" && choice.Csv == "-"
            ? throw new UsageException("--json - and --csv - both want standard output; give one of them a file.")
            : choice;
    }
}
