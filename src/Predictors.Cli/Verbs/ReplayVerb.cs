using System.CommandLine;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors replay</c>.</summary>
internal static class ReplayVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "replay",
            "Replays a trace under one predictor, in detail.",
            ("traces/tcp-rr-pinned.txt.gz -p haltpoll:max=100us", "one predictor, every account"),
            ("traces/tcp-rr-pinned.txt.gz -p haltpoll --decisions decisions.csv", "each of its decisions as a line of CSV"),
            ("traces/redis-50-clients.wake -p menu --html replay.html", "a page with pictures, for a browser"),
            ("traces/redis-50-clients.wake -p menu --parquet menu", "every idle period with all its accounts, for a notebook"));
        var traces = new TraceOptions(verb, several: false);
        Option<string> spec = SpecOption.One(required: true);
        verb.Options.Add(spec);
        var run = new RunOptions(verb);
        var decisions = new Option<string?>("--decisions") { HelpName = "FILE", Description = "Writes every decision as CSV." };
        verb.Options.Add(decisions);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(
            verb,
            pictures: true,
            parquet: "Writes the result as Parquet, for notebooks: into a folder as results.parquet, and every idle period as periods.parquet; or into a file without them.");
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, [SingleSpec.Choose(parsed.GetValue(spec)!, catalog)], detailPeriods: choice.WantsPictures ? long.MaxValue : 0);
            if (parsed.GetValue(decisions) is not null && plan.Setup.PollPlace is IdlePath.PollPlace.Host or IdlePath.PollPlace.None)
            {
                throw new UsageException("--decisions writes what the guest decides; with --poll-place host or none it decides nothing.");
            }

            choice = run.Describe(choice, parsed, plan);
            string path = traces.Path(parsed);
            using ITraceReader trace = traces.Open(parsed, path);
            RunOutcome outcome = Output.Watch(choice, path, progress => new PeriodFiles(parsed.GetValue(decisions), choice, cancellation).Write(
                observer => new TraceReplayer(plan).Run(trace, progress, observer, cancellation), found => ReportOn(found, plan, trace, choice)), TraceOptions.PaceOf([path]));
            if (ReportOn(outcome, plan, trace, choice) is { } report)
            {
                Output.Write(report, choice);
            }

            return Faults.Tell(outcome.Faults) || catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static ReplayReport? ReportOn(RunOutcome outcome, RunPlan plan, ITraceReader trace, OutputChoice choice)
    {
        IEnumerable<string> notes = [.. RunOptions.NotesOn(plan), .. RunOptions.NotesOnTraining(plan, outcome.Run)];
        if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
        {
            notes = notes.Append(note);
        }

        if (outcome.Run.Results[0] is not { } result)
        {
            return null;
        }

        Contender contender = plan.Contenders[0].ToContender();
        return new ReplayReport(
            Score.Of(contender, outcome.Run.Trace, result, outcome.Run.Clairvoyant, plan.ExchangeRate), RunOptions.SettingsOf(plan), plan.ExchangeRate, [.. notes])
        {
            Details = outcome.Run.Details,
            Standing = choice.WantsPictures ? StandingOf(contender, outcome.Run, plan.ExchangeRate) : null,
        };
    }

    // None on a trace that costs the clairvoyant nothing.
    private static Standing? StandingOf(Contender contender, TraceRun run, double exchangeRate)
    {
        IReadOnlyList<Standing> standings = Leaderboard.Of([contender], [run], new LeaderboardOptions { ExchangeRate = exchangeRate }).Standings;
        return standings.Count > 0 ? standings[0] : null;
    }
}
