using System.CommandLine;
using Predictors.Hosting;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary><c>predictors plugins</c>.</summary>
internal static class PluginsVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "plugins",
            "Lists the predictors that were found, with their parameters, and what could not be loaded and why.",
            ("", "all predictors, with parameters, ranges and defaults"),
            ("--plugins samples/MinimalPredictor/bin/Release", "with those of a folder, and what was refused there and why"));
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, _) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed, tell: false);
            Output.Write(
                new PluginsReport(
                    [.. catalog.Predictors.Select(p => new ListedPredictor(p.File, p.Description))],
                    [.. catalog.Refused.Select(r => new ListedRefusal(r.File, r.Predictor, r.Reason))])
                {
                    Warnings = [.. catalog.Warnings.Select(w => new ListedWarning(w.File, w.Predictor, w.Text))],
                },
                choice);
            return catalog.Refused.Count == 0 ? ExitStatus.Done : ExitStatus.Plugin;
        });
        return verb;
    }
}
