using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Predictors.Reporting;
using Spectre.Console;

namespace Predictors.Cli;

/// <summary>Suggests the next useful command after a verb, in a dim line on standard error, where somebody reads the output on a terminal.</summary>
internal static partial class NextCommand
{
    /// <summary>By verb; what stands in braces is taken from the command line: the first value of an argument or option.</summary>
    private static readonly Dictionary<string, string> s_after = new()
    {
        ["plugins"] = "rank TRACE...",
        ["info"] = "rank {TRACE}",
        ["rank"] = "rank {TRACE} --html report.html",
        ["replay"] = "step {TRACE} -p {--predictor}",
        ["step"] = "explain {TRACE} -p {--predictor}",
        ["explain"] = "step {TRACE} -p {--predictor}",
        ["tune"] = "rank {TRACE}",
        ["timers"] = "rank {TRACE} --timer exitless",
        ["verify"] = "replay {TRACE} -p {--predictor}",
        ["contest"] = "rank TRACE... --html report.html",
        ["convert"] = "info {--output}",
        ["generate"] = "info {--output}",
        ["slice"] = "info {--output}",
        ["merge"] = "info {--output}",
        ["record"] = "info {--output}",
        ["train"] = "rank TRACE... -p ml-regression:model={--output} -p haltpoll",
        ["calibrate"] = "rank {TRACE} --profile {--output}",
        ["reproduce"] = "calibrate TRACE... -o profile.json",
        ["compare"] = "report {AFTER} -o report.html",
    };

    /// <summary>Writes the suggestion, if there is one and somebody to read it.</summary>
    public static void Tell(ParseResult parsed)
    {
        if (!Console.IsOutputRedirected && !Console.IsErrorRedirected && !IsForPrograms(parsed) && After(parsed) is { } next)
        {
            IAnsiConsole console = ReportConsole.For(Console.Error, isTerminal: true);

            // The terminal breaks the line itself: what is copied from it is still one command.
            console.Profile.Width = Math.Max(console.Profile.Width, next.Length * 2);
            console.Write(new Text($"next: predictors {next}\n", new Style(decoration: Decoration.Dim)));
        }
    }

    private static string? After(ParseResult parsed)
    {
        if (!s_after.TryGetValue(parsed.CommandResult.Command.Name, out string? template))
        {
            return null;
        }

        // A table is no trace: no verb reads it.
        bool known = ValueOf(parsed, "--output")?.EndsWith(".parquet", StringComparison.Ordinal) != true;
        string next = Placeholder().Replace(template, match =>
        {
            string? value = ValueOf(parsed, match.Groups[1].Value);
            known &= value is not null;
            return value is null || value.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+".Contains(c, StringComparison.Ordinal))
                ? value ?? string.Empty
                : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        });
        return known ? next : null;
    }

    private static bool IsForPrograms(ParseResult parsed) =>
        ValueOf(parsed, "--json") == "-" || ValueOf(parsed, "--csv") == "-" || parsed.Tokens.Any(t => t is { Type: TokenType.Option, Value: "--quiet" });

    private static string? ValueOf(ParseResult parsed, string symbol)
    {
        SymbolResult? found = parsed.CommandResult.Children
            .FirstOrDefault(c => c is ArgumentResult a ? a.Argument.Name == symbol : c is OptionResult { Implicit: false } o && o.Option.Name == symbol);
        return found is { Tokens: [Token first, ..] } ? first.Value : null;
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
