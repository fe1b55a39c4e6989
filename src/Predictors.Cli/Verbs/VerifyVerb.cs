using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors verify</c>.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var verb = new Command(
            "verify",
            "Holds a predictor's decisions against those that the recording kernel wrote into the trace. Parameters that the SPEC leaves open are "
            + "taken from the recording's first line.");
        var traces = new TraceOptions(verb, several: false);
        Option<string> spec = SpecOption.One(required: true);
        verb.Options.Add(spec);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, _) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            string path = traces.Path(parsed);
            using IKernelEventReader events = traces.OpenEvents(parsed, path);
            PredictorChoice contender = PredictorSpec.Parse(parsed.GetValue(spec)!).WithDefaults(
                catalog, description => RecordedParameters.From(events.Settings, description));
            VerificationResult result = Verification.Run(events, contender.Predictor.Factory, contender.Values);
            Output.Write(
                new VerifyReport
                {
                    Trace = Path.GetFileName(path),
                    Contender = RankVerb.ContenderOf(contender),
                    Decisions = result.Decisions,
                    Equal = result.Equal,
                    First = [.. result.First.Select(d => Shown(d, events.PlaceUnit))],
                    Notes = result.Notes,
                },
                choice);
            return result.Agrees ? ExitStatus.Done : ExitStatus.No;
        });
        return verb;
    }

    private static DifferentDecision Shown(DecisionDifference difference, string placeUnit)
    {
        bool before = difference.RecordedBeforeNs != IdleEntry.UnknownNs && difference.RecordedBeforeNs != difference.PredictedBeforeNs;
        string place = $"{placeUnit} {difference.Place}, {(before ? "before" : "after")} the decision";
        return before
            ? new DifferentDecision(difference.Vcpu, difference.TimeNs, place, difference.RecordedBeforeNs, difference.PredictedBeforeNs)
            : new DifferentDecision(difference.Vcpu, difference.TimeNs, place, difference.RecordedAfterNs, difference.PredictedAfterNs);
    }
}
