using System.CommandLine;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary><c>predictors report</c>.</summary>
internal static class ReportVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "report",
            "Makes a page of what 'rank --json' wrote. Pictures of what such a file does not hold are left out, and the page says so.",
            ("rank.json -o report.html", "a result that somebody sent you, in a browser"));
        var result = new Argument<string>("RESULT") { Description = "The result." };
        verb.Arguments.Add(result);
        var page = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The page to write.", Required = true };
        verb.Options.Add(page);
        VerbAction.Set(verb, (parsed, _) =>
        {
            string file = parsed.GetValue(result)!;
            HtmlFiles.Write(new SavedRankReport(RankResultFile.Read(file), Path.GetFileName(file)), parsed.GetValue(page)!, Manifest.Of(parsed, [page]));
            return ExitStatus.Done;
        });
        return verb;
    }
}
