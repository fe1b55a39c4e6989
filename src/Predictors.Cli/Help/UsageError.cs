using System.CommandLine;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>Says in one line what is wrong with a command, and where to look.</summary>
internal static class UsageError
{
    /// <summary>The first thing that is wrong.</summary>
    /// <param name="parsed">The command.</param>
    /// <returns>The line; null where nothing is.</returns>
    public static string? In(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        Command command = parsed.CommandResult.Command;
        string see = command is RootCommand ? "predictors --help" : $"predictors {command.Name} --help";
        string message = parsed.UnmatchedTokens.Count > 0 ? Unmatched(parsed.UnmatchedTokens[0], command)
            : command is RootCommand ? $"A verb is missing; there are {string.Join(", ", Verbs(command))}."
            : Missing(parsed, command) ?? parsed.Errors[0].Message;
        return $"{message} See '{see}'.";
    }

    private static string? Missing(ParseResult parsed, Command command)
    {
        IEnumerable<string> arguments = command.Arguments
            .Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 })
            .Select(a => a.Name);
        IEnumerable<string> options = command.Options
            .Where(o => o.Required && parsed.GetResult(o) is not { Implicit: false })
            .Select(o => $"{o.Aliases.FirstOrDefault() ?? o.Name} {o.HelpName}");
        string[] missing = [.. arguments, .. options];
        return missing.Length == 0 ? null
            : $"{string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} missing, as in "
                + $"'predictors {command.Name} {((Verb)command).Examples[0].Arguments}'.";
    }

    private static string Unmatched(string word, Command command) =>
        word.StartsWith('-') ? MistypedOptions.Message(word, command)
        : command is RootCommand ? $"There is no verb '{word}'{NearestName.Hint(word, Verbs(command))}"
        : $"'{word}' is one word too many.";

    private static IEnumerable<string> Verbs(Command root) => root.Subcommands.Select(v => v.Name);
}
