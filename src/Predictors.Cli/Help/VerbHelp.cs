using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Predictors.Cli;

/// <summary>Adds the examples to the help of a verb, and the exit statuses to that of the command.</summary>
internal sealed class VerbHelp(HelpAction standard) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new VerbHelp((HelpAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        int status = standard.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            output.WriteLine("Examples:");
            foreach ((string arguments, string purpose) in verb.Examples)
            {
                output.WriteLine($"  # {purpose}");
                output.WriteLine($"  predictors {verb.Name} {arguments}".TrimEnd());
            }

            foreach ((string arguments, string purpose) in verb.NeedRoot)
            {
                output.WriteLine($"  # {purpose} (as root)");
                output.WriteLine($"  sudo predictors {verb.Name} {arguments}");
            }
        }
        else
        {
            output.WriteLine("Exit status:");
            foreach ((int exit, string meaning) in ExitStatus.Meanings)
            {
                output.WriteLine($"  {exit,-4} {meaning}");
            }
        }

        output.WriteLine();
        return status;
    }
}
