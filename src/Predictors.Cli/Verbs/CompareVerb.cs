using System.CommandLine;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary><c>predictors compare</c>.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "compare",
            "Holds two results of 'rank --json' over the same traces against each other. Exit status 1 where a predictor got worse beyond its interval.",
            ("before.json after.json", "what a new build of a plugin changed; fails a team's CI on a regression"),
            ("before.json after.json --json changes.json --quiet", "the same for a program"));
        var before = new Argument<string>("BEFORE") { Description = "The earlier result." };
        var after = new Argument<string>("AFTER") { Description = "The later result." };
        verb.Arguments.Add(before);
        verb.Arguments.Add(after);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, _) =>
        {
            OutputChoice choice = output.Of(parsed);
            (string was, string became) = (parsed.GetValue(before)!, parsed.GetValue(after)!);
            (RankResult earlier, RankResult later) = (RankResultFile.Read(was), RankResultFile.Read(became));
            if (Comparison.Obstacle(earlier, later) is { } obstacle)
            {
                throw new UsageException($"{was} and {became} can't be compared: {obstacle}. Rank the same traces with the same settings.");
            }

            var comparison = Comparison.Of(earlier, later);
            Output.Write(new CompareReport(was, became, comparison), choice);
            return comparison.HasRegression ? ExitStatus.No : ExitStatus.Done;
        });
        return verb;
    }
}
