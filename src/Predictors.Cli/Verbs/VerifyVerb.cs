using System.CommandLine;
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
        var verb = new Verb(
            "verify",
            "Holds a predictor's decisions against those that the recording kernel wrote into the trace. Parameters that the SPEC leaves open are "
            + "taken from the recording's first line.",
            ("guest.txt -p haltpoll", "a guest's recording, with the parameters that its first line states"),
            ("host.txt -p kvm-halt-poll:max=100us", "a host's recording, with one parameter given"));
        var traces = new TraceOptions(verb, several: false);
        Option<string> spec = SpecOption.One(required: true);
        verb.Options.Add(spec);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            string path = traces.Path(parsed);
            IReadOnlySet<int>? hostThreads = traces.HostThreads(parsed, path);
            using IKernelEventReader events = traces.OpenEvents(parsed, path);
            PredictorChoice contender = PredictorSpec.Parse(parsed.GetValue(spec)!).WithDefaults(
                catalog, description => RecordedParameters.From(events.Settings, description));
            VerificationResult result = Output.Watch(
                choice,
                path,
                progress => Verification.Run(new WatchedEvents(events, progress, cancellation), contender.Predictor.Factory, contender.Values, hostThreads),
                TraceOptions.PaceOf([path]));
            Output.Write(new VerifyReport(contender.ToContender(), Path.GetFileName(path), events.PlaceUnit, result), choice);
            return !result.Agrees ? ExitStatus.No : catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }
}
