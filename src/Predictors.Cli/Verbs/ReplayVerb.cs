using System.CommandLine;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors replay</c>.</summary>
internal static class ReplayVerb
{
    public static Command Create()
    {
        var verb = new Command("replay", "Replays a trace under one predictor, in detail.");
        var traces = new TraceOptions(verb, several: false);
        Option<string> spec = SpecOption.One(required: true);
        verb.Options.Add(spec);
        var run = new RunOptions(verb);
        var decisions = new Option<string?>("--decisions") { HelpName = "FILE", Description = "Writes every decision as CSV." };
        verb.Options.Add(decisions);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, [SingleSpec.Choose(parsed.GetValue(spec)!, catalog)]);
            string path = traces.Path(parsed);
            using ITraceReader trace = traces.Open(parsed, path);
            RunOutcome outcome = Output.Watch(
                choice, path, progress => Replay(plan, trace, parsed.GetValue(decisions), progress, cancellation));
            if (outcome.Run.Results[0] is { } result)
            {
                Score score = Score.Of(
                    RankVerb.ContenderOf(plan.Contenders[0]), outcome.Run.Trace, result, outcome.Run.Clairvoyant, plan.ExchangeRate);
                Output.Write(new ReplayReport(score, RunOptions.SettingsOf(plan), plan.ExchangeRate, RunOptions.NotesOn(plan)), choice);
            }

            return Faults.Tell(outcome.Faults) || catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static RunOutcome Replay(
        RunPlan plan, ITraceReader trace, string? decisions, IProgress<double> progress, CancellationToken cancellation)
    {
        var replayer = new TraceReplayer(plan);
        if (decisions is null)
        {
            return replayer.Run(trace, progress, log: null, cancellation);
        }

        RunOutcome? outcome = null;
        OutputFile.Write(decisions, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            outcome = replayer.Run(trace, progress, new DecisionLog(writer), cancellation);
        });
        return outcome!;
    }
}
