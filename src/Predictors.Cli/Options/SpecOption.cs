using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>-p SPEC</c>.</summary>
internal static class SpecOption
{
    private const string Syntax = "name or name:key=value,key=value; in rank a value may be a sweep: 10us|50us or 10us..320us*2";

    public static Option<string> One(bool required) => Completing(new Option<string>("--predictor", "-p")
    {
        HelpName = "SPEC",
        Description = $"The predictor: {Syntax}.",
        Required = required,
    });

    public static Option<string[]> Many() => Completing(new Option<string[]>("--predictor", "-p")
    {
        HelpName = "SPEC",
        Description = $"A predictor, may be given several times: {Syntax}. Without it all predictors with their defaults.",
    });

    private static Option<T> Completing<T>(Option<T> option)
    {
        option.CompletionSources.Add(context => SpecCompletions.Of(context.WordToComplete, PluginOptions.CatalogFor(context.ParseResult)));
        return option;
    }
}
