using System.CommandLine;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors timers</c>.</summary>
internal static class TimersVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "timers",
            "Compares the four timer paths on traces: VM exits, how late timers are, latency, CPU waste.",
            ("traces/cyclictest-1000us-tsc.wake", "under a guest that never polls"),
            ("traces -p haltpoll --scan-period 100us --agent-vcpus 40", "an agent that looks more often and serves 40 vCPUs"));
        var traces = new TraceOptions(verb, several: true);
        Option<string> spec = SpecOption.One(required: false);
        spec.DefaultValueFactory = _ => "halt";
        verb.Options.Add(spec);
        var run = new RunOptions(verb, choosesTimer: false);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb, pictures: true);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            IReadOnlyList<string> paths = traces.Paths(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, [SingleSpec.Choose(parsed.GetValue(spec)!, catalog)]);
            var notes = new List<string>();
            var faults = new List<RunFault>();
            List<TimerRow> rows = Output.Watch(choice, $"{MachineOptions.TimerPaths.Length} timer paths, {paths.Count} traces", progress =>
            {
                var rows = new List<TimerRow>();
                for (int i = 0; i < paths.Count; i++)
                {
                    rows.AddRange(Compare(plan, () => traces.Open(parsed, paths[i]), notes, faults, new PartOfProgress(progress, i, paths.Count), cancellation));
                }

                return rows;
            }, TraceOptions.PaceOf(paths, MachineOptions.TimerPaths.Length));
            if (rows.Count > 0)
            {
                Output.Write(new TimersReport(rows, RunOptions.SettingsOf(plan) with { Timer = "all" }, plan.ExchangeRate, [.. notes.Distinct()]), run.Describe(choice, parsed, plan));
            }

            return Faults.Tell(faults) || catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static IReadOnlyList<TimerRow> Compare(
        RunPlan plan, Func<ITraceReader> open, List<string> notes, List<RunFault> faults, IProgress<double> progress, CancellationToken cancellation)
    {
        var scores = new List<(string, Score)>();
        for (int i = 0; i < MachineOptions.TimerPaths.Length; i++)
        {
            RunPlan part = plan with { Setup = plan.Setup with { Timer = MachineOptions.TimerPaths[i].Path, FollowsTimers = true } };
            using ITraceReader trace = open();
            RunOutcome outcome = new TraceReplayer(part).Run(trace, new PartOfProgress(progress, i, MachineOptions.TimerPaths.Length), observer: null, cancellation);
            notes.AddRange(RunOptions.NotesOn(part));
            faults.AddRange(outcome.Faults);
            if (outcome.Run.Results[0] is not { } result)
            {
                return [];
            }

            if (i == 0 && TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
            {
                notes.Add(note);
            }

            scores.Add((MachineOptions.TimerPaths[i].Word, Score.Of(plan.Contenders[0].ToContender(), outcome.Run.Trace, result, outcome.Run.Clairvoyant, plan.ExchangeRate)));
        }

        return TimerRow.Compare(scores);
    }
}
