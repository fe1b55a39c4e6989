using System.CommandLine;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>The <c>predictors</c> command: parsing and wiring only.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        StandardOutput.Reserve();
        bool isOver = false;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TellIfEnded(isOver);
        try
        {
            return await ParseAndRunAsync(args);
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(InternalError.Text(e));
            return ExitStatus.Internal;
        }
        finally
        {
            isOver = true;
        }
    }

    // Nobody else calls Environment.Exit, and its status would say that all is done.
    private static void TellIfEnded(bool isOver)
    {
        if (!isOver && PluginCalls.Running is { Count: > 0 } calls)
        {
            Console.Error.WriteLine($"predictors: the process was ended from within one of these, and nothing was written: {string.Join("; ", calls)}");
            Environment.ExitCode = ExitStatus.Plugin;
        }
    }

    private static async Task<int> ParseAndRunAsync(string[] args)
    {
        ParseResult parsed = Root().Parse(args);
        bool completes = args is [{ } first, ..] && first.StartsWith("[suggest", StringComparison.Ordinal);
        if (!completes && UsageError.In(parsed) is { } error)
        {
            await Console.Error.WriteLineAsync($"predictors: {error}");
            return ExitStatus.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(Configuration(parsed.CommandResult.Command));
        }
        catch (IOException e)
        {
            // Help and version; the verbs say themselves what they could not write.
            await Console.Error.WriteLineAsync($"predictors: {Output.NotWritten(e)}");
            return ExitStatus.Input;
        }
    }

    private static InvocationConfiguration Configuration(Command command)
    {
        return new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = StandardOutput.Writer,
            ProcessTerminationTimeout = command is Verb { HandlesSignals: true } ? null : Stopping.AtMost * 2,
        };
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Replays recorded wake-up traces through a virtualized guest idle path and ranks predictors by CPU waste against wake-up latency.");
        root.Subcommands.Add(PluginsVerb.Create());
        root.Subcommands.Add(InfoVerb.Create());
        root.Subcommands.Add(ReplayVerb.Create());
        root.Subcommands.Add(RankVerb.Create());
        root.Subcommands.Add(ContestVerb.Create());
        root.Subcommands.Add(ExplainVerb.Create());
        root.Subcommands.Add(StepVerb.Create());
        root.Subcommands.Add(TuneVerb.Create());
        root.Subcommands.Add(TimersVerb.Create());
        root.Subcommands.Add(VerifyVerb.Create());
        root.Subcommands.Add(ConvertVerb.Create());
        root.Subcommands.Add(TrainVerb.Create());
        root.Subcommands.Add(GenerateVerb.Create());
        root.Subcommands.Add(SliceVerb.Create());
        root.Subcommands.Add(MergeVerb.Create());
        root.Subcommands.Add(RecordVerb.Create());
        root.Subcommands.Add(CompareVerb.Create());
        root.Subcommands.Add(CalibrateVerb.Create());
        root.Subcommands.Add(ReproduceVerb.Create());
        root.Subcommands.Add(ReportVerb.Create());
        root.Subcommands.Add(CompletionVerb.Create());
        VerbHelp.AddTo(root);
        return root;
    }
}
