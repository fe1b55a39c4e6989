using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors tune</c>.</summary>
internal static class TuneVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "tune",
            "Looks for the best setting of a predictor on traces, and says what it gains where it was not chosen and how to apply it.",
            ("traces/phases-mix-a.wake -p haltpoll", "all that the guest's haltpoll can be set to, over its declared ranges"),
            ("traces -p 'haltpoll:max=20us..500us*2,shrink=0|2' --max-waste 10%", "two parameters, within a bound on CPU waste"),
            ("traces/phases-mix-a.wake -p haltpoll --resume tune.kept", "a search that can be stopped, and goes on where it was"),
            ("traces -p 'kvm-halt-poll:max=0|50us..400us*2' --exchange-rate 4", "the host's halt polling, under a guest that halts at once"));
        var traces = new TraceOptions(verb, several: true);
        var spec = new Option<string>("--predictor", "-p")
        {
            HelpName = "SPEC",
            Description = "The predictor: name or name:key=VALUES,key=VALUES. Parameters with several values (10us|50us, 10us..320us*2) are searched, between the "
                + "bounds of a range too; where none has several, all that can be set are searched over their declared ranges.",
            Required = true,
        };
        verb.Options.Add(spec);
        var bounds = new BoundOptions(verb);
        var run = new RunOptions(verb);
        Option<ulong?> seed = SeedOption.Create();
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb, resumes: true);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            IReadOnlyList<string> paths = traces.Paths(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            var tuned = PredictorSpec.Parse(parsed.GetValue(spec)!);
            PluginPredictor predictor = catalog.Find(tuned.Name);
            RunPlan plan = PlaceOf(predictor, run.Plan(parsed, catalog, []));
            var kept = KeptFile.Open(choice.Resume);
            Resumption? resumption = kept?.Resume([.. run.FilesOf(parsed), traces.Of(parsed).ToString()]);
            var tuner = new Tuner(
                new TuningPlan { Spec = tuned, Run = plan, Bounds = bounds.Of(parsed), Seed = parsed.GetValue(seed)!.Value }, predictor)
            {
                Resumption = resumption,
            };
            TuningResult result = Output.Watch(choice, $"{tuned.Name}, {Counted.Of(paths.Count, "trace")}", progress =>
            {
                TuningResult Run() => tuner.Run([.. paths.Select(path => (Func<ITraceReader>)(() => traces.Open(parsed, path)))], progress, cancellation);
                return kept is null ? Run() : kept.Keep(Run);
            });
            if (resumption is not null && !choice.Quiet)
            {
                kept!.Tell(resumption.Taken, resumption.Rows);
            }

            RunPlan described = plan with { Contenders = [PredictorChoice.Of(predictor, result.Values)] };
            Output.Write(new TuneReport(result, RunOptions.SettingsOf(plan), RunOptions.NotesOn(described)), run.Describe(choice, parsed, described));
            return result.Verdict == TuningVerdict.NothingKeepsToTheBounds ? ExitStatus.No
                : catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    // A rule that a kernel has on the host is tuned there.
    private static RunPlan PlaceOf(PluginPredictor tuned, RunPlan plan) => tuned.Description.AppliedBy is { Place: KernelPlace.Host }
        ? plan with { Setup = plan.Setup with { PollPlace = PollPlace.Host } }
        : plan;
}
