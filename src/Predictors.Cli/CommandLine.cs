using System.CommandLine;
using System.CommandLine.Parsing;

namespace Predictors.Cli;

/// <summary>The <c>predictors</c> command: parsing and wiring only.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = Root();
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"predictors: {error.Message}");
            }

            await Console.Error.WriteLineAsync($"See: {HelpOf(parsed.CommandResult)}");
            return ExitStatus.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Replays recorded wake-up traces through a virtualized guest idle path and ranks predictors by CPU waste against wake-up latency.");
        root.Subcommands.Add(PluginsVerb.Create());
        root.Subcommands.Add(InfoVerb.Create());
        root.Subcommands.Add(ReplayVerb.Create());
        root.Subcommands.Add(RankVerb.Create());
        root.Subcommands.Add(VerifyVerb.Create());
        root.Subcommands.Add(ConvertVerb.Create());
        root.Subcommands.Add(TrainVerb.Create());
        return root;
    }

    private static string HelpOf(CommandResult command) =>
        command.Command is RootCommand ? "predictors --help" : $"predictors {command.Command.Name} --help";
}
