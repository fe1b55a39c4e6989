using System.CommandLine;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

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
            ("traces --html report.html --plot front.svg", "a page with pictures for a browser, and one of them by itself"));
        var traces = new TraceOptions(verb, several: true);
        Option<string[]> specs = SpecOption.Many();
        verb.Options.Add(specs);
        var run = new RunOptions(verb);
        Option<ulong?> seed = SeedOption.Create();
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(
            verb, pictures: true, parquet: "Writes the results as Parquet, for notebooks: into a folder as results.parquet, or into a file.");
        var watch = new Option<bool>("--watch") { Description = "Ranks again whenever the plugins of --plugins were built anew, until Ctrl-C." };
        verb.Options.Add(watch);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
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
            var notes = new List<string>(RunOptions.NotesOn(plan));
            List<RunOutcome> outcomes = Output.Watch(
                choice,
                $"{plan.Contenders.Count} predictors, {paths.Count} traces",
                progress => Replay(paths, path => traces.Open(parsed, path), plan, notes, progress, cancellation));
            Leaderboard board = Leaderboard.Of(
                [.. plan.Contenders.Select(c => c.ToContender())],
                [.. outcomes.Select(o => o.Run)],
                new LeaderboardOptions { ExchangeRate = plan.ExchangeRate, Seed = parsed.GetValue(seed)!.Value });
            Output.Write(new RankReport(board, RunOptions.SettingsOf(plan), notes), run.Describe(choice, parsed, plan));
            return (Faults.Tell(outcomes.SelectMany(o => o.Faults)) || catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done, board);
        }
    }

    private static List<RunOutcome> Replay(
        IReadOnlyList<string> paths,
        Func<string, ITraceReader> open,
        RunPlan plan,
        List<string> notes,
        IProgress<double> progress,
        CancellationToken cancellation)
    {
        var replayer = new TraceReplayer(plan);
        var outcomes = new List<RunOutcome>();
        foreach (string path in paths)
        {
            using ITraceReader trace = open(path);
            var part = new PartOfProgress(progress, outcomes.Count, paths.Count);
            outcomes.Add(replayer.Run(trace, part, observer: null, cancellation));
            notes.AddRange(RunOptions.NotesOnTraining(plan, outcomes[^1].Run));
            if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
            {
                notes.Add(note);
            }
        }

        return outcomes;
    }
}
