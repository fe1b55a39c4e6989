using System.CommandLine;
using System.CommandLine.Parsing;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>Tells mistyped options from the names of traces.</summary>
internal static class MistypedOptions
{
    /// <summary>Refuses a word as a trace that begins like an option; a file of such a name counts where it is there.</summary>
    /// <param name="result">The traces.</param>
    public static void Refuse(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
            {
                result.AddError(Message(token.Value, (result.Parent as CommandResult)!.Command));
                return;
            }
        }
    }

    /// <summary>Says that there is no such option, and which one may be meant.</summary>
    /// <param name="option">What was typed.</param>
    /// <param name="verb">The verb it was typed for.</param>
    /// <returns>The message.</returns>
    public static string Message(string option, Command verb) =>
        $"There is no option '{option}'{NearestName.Hint(option, verb.Options.Select(o => o.Name))}";
}
