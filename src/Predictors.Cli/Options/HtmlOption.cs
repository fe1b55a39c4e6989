using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>--html</c>, for verbs whose report is a page too.</summary>
internal sealed class HtmlOption
{
    private readonly Option<string?> _html = new("--html") { HelpName = "FILE", Description = "Writes the result as one self-contained page with pictures." };

    public HtmlOption(Command verb) => verb.Options.Add(_html);

    public OutputChoice AddTo(OutputChoice choice, ParseResult parsed) => choice with { Html = parsed.GetValue(_html) };
}
