using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors tune</c>.</summary>
internal static class TuneVerb
{
    private const string HaltsAtOnce = "halt";

    public static Command Create()
    {
        var verb = new Verb(
            "tune",
            "Looks for the best setting of a predictor on traces, and says what it gains where it was not chosen and how to apply it.",
            ("traces -p haltpoll", "all that the guest's haltpoll can be set to, over its declared ranges"),
            ("traces -p 'haltpoll:max=20us..500us*2,shrink=0|2' --max-waste 10%", "two parameters, within a bound on CPU waste"),
            ("traces -p kvm-halt-poll --guest-rule halt --exchange-rate 4", "the host's halt polling, under a guest that halts at once"));
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
        var guest = new Option<string>("--guest-rule")
        {
            HelpName = "SPEC",
            Description = "The guest's own rule, where the rule that is tuned is the host's.",
            DefaultValueFactory = _ => HaltsAtOnce,
        };
        verb.Options.Add(guest);
        var run = new RunOptions(verb);
        Option<ulong?> seed = SeedOption.Create();
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            IReadOnlyList<string> paths = traces.Paths(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            var tuned = PredictorSpec.Parse(parsed.GetValue(spec)!);
            PluginPredictor predictor = catalog.Find(tuned.Name);
            RunPlan plan = PlaceOf(predictor, catalog, run.Plan(parsed, catalog, []), parsed.GetValue(guest)!);
            var tuner = new Tuner(
                new TuningPlan { Spec = tuned, Run = plan, Bounds = bounds.Of(parsed), Seed = parsed.GetValue(seed)!.Value }, predictor);
            TuningResult result = Output.Watch(
                choice,
                $"{tuned.Name}, {paths.Count} {(paths.Count == 1 ? "trace" : "traces")}",
                progress => tuner.Run([.. paths.Select(path => (Func<ITraceReader>)(() => traces.Open(parsed, path)))], progress, cancellation));
            RunPlan described = plan with { Contenders = [PredictorChoice.Of(predictor, result.Values)] };
            Output.Write(new TuneReport(result, SettingsOf(plan, tuned), NotesOn(plan, predictor.Description)), run.Describe(choice, parsed, described));
            return result.Verdict == TuningVerdict.NothingKeepsToTheBounds ? ExitStatus.No
                : catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    // A rule that a kernel has on the host is tuned there: under the guest's rule, in the place of the host's.
    private static RunPlan PlaceOf(PluginPredictor tuned, PluginCatalog catalog, RunPlan plan, string guestSpec)
    {
        if (tuned.Description.AppliedBy is not { Place: PollPlace.Host })
        {
            return plan;
        }

        PredictorChoice guest = SingleSpec.Choose(guestSpec, catalog);
        return guest.Predictor.Description.SwitchesHostPollingOff
            ? throw new UsageException($"--guest-rule {guestSpec} switches the host's polling off: there is nothing to tune on the host.")
            : plan with { Guest = guest, HostPolling = null };
    }

    private static RunSettings SettingsOf(RunPlan plan, PredictorSpec tuned) =>
        plan.Guest is null ? RunOptions.SettingsOf(plan) : RunOptions.SettingsOf(plan) with { HostPoll = $"{tuned} (tuned)" };

    private static IReadOnlyList<string> NotesOn(RunPlan plan, PredictorDescription tuned) => plan.Guest is { } guest
        ? [$"{tuned.Name} is tuned as the host's rule, under a guest with {guest.Text}; caught: wake-ups that came while the host polled."]
        : tuned.SwitchesHostPollingOff && plan.HostPolling is not null
            ? [$"Under {tuned.Name} the host does not poll: the guest switches it off."]
            : [];
}
