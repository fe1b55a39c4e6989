using System.CommandLine;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary><c>predictors rank</c>.</summary>
internal static class RankVerb
{
    // Of each trace and predictor: enough for a picture, and done in a moment.
    private const int WatchedPeriods = 20_000;

    public static Command Create()
    {
        var verb = new Verb(
            "rank",
            "Replays traces under predictors and ranks them by CPU waste against wake-up latency.",
            ("traces", "all predictors with their defaults on all traces of a folder"),
            ("traces -p halt -p 'fixed-window:window=10us..320us*2' -p haltpoll", "a sweep: six windows against two rules"),
            ("traces --exchange-rate 5 --host-poll off --json rank.json", "latency counts five times, the host does not poll"),
            ("traces -p 'haltpoll:max=20us..640us*2' --resume sweep.kept --json sweep.json", "a sweep that can be stopped, and goes on where it was"),
            ("traces --html report.html --plot front.svg", "a page with pictures for a browser, and one of them by itself"));
        var traces = new TraceOptions(verb, several: true);
        Option<string[]> specs = SpecOption.Many();
        verb.Options.Add(specs);
        var run = new RunOptions(verb);
        Option<ulong?> seed = SeedOption.Create();
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(
            verb, pictures: true, parquet: "Writes the results as Parquet, for notebooks: into a folder as results.parquet, or into a file.", resumes: true);
        var watch = new Option<bool>("--watch") { Description = "Ranks again whenever the plugins of --plugins were built anew, until Ctrl-C." };
        verb.Options.Add(watch);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            if (parsed.GetValue(watch) && output.Of(parsed).Resume is not null)
            {
                throw new UsageException("--watch ranks what was built anew, and --resume takes what is done: give one of them.");
            }

            if (output.Of(parsed) is { Resume: not null, WantsPictures: true })
            {
                throw new UsageException("--resume keeps figures and no pictures: write --json with it, and make the page with 'predictors report'.");
            }

            if (!parsed.GetValue(watch))
            {
                return Rank(parsed, plugins.Load(parsed), cancellation).Status;
            }

            using PluginWatch watched = plugins.Watch(parsed);
            return RankWatch.Follow(watched, catalog => Rank(parsed, catalog, cancellation).Board, cancellation);
        });
        return verb;

        (int Status, Leaderboard Board) Rank(ParseResult parsed, PluginCatalog catalog, CancellationToken cancellation)
        {
            OutputChoice choice = output.Of(parsed);
            IReadOnlyList<string> paths = traces.Paths(parsed);
            RunPlan plan = run.Plan(
                parsed, catalog, ChosenPredictors.Of(parsed.GetValue(specs) ?? [], catalog), detailPeriods: choice.WantsPictures ? WatchedPeriods : 0);
            var kept = KeptFile.Open(choice.Resume);
            var sweep = new Sweep(plan, kept, [.. run.FilesOf(parsed), traces.Of(parsed).ToString()]);
            int? taken = Output.Watch(choice, $"{Counted.Of(plan.Contenders.Count, "predictor")}, {Counted.Of(paths.Count, "trace")}", progress =>
            {
                int? Run() => sweep.Run(paths, path => traces.Open(parsed, path), progress, cancellation);
                return kept is null ? Run() : kept.Keep(Run);
            }, TraceOptions.PaceOf(paths));
            if (taken is not null && !choice.Quiet)
            {
                kept!.Tell(taken.Value, plan.Contenders.Count * paths.Count);
            }

            Leaderboard board = Leaderboard.Of(
                [.. plan.Contenders.Select(c => c.ToContender())],
                [.. sweep.Outcomes.Select(o => o.Run)],
                new LeaderboardOptions { ExchangeRate = plan.ExchangeRate, Seed = parsed.GetValue(seed)!.Value });
            Output.Write(new RankReport(board, RunOptions.SettingsOf(plan), [.. RunOptions.NotesOn(plan), .. sweep.Notes]), run.Describe(choice, parsed, plan));
            return (Faults.Tell(sweep.Outcomes.SelectMany(o => o.Faults)) || catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done, board);
        }
    }
}
