using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors explain</c>.</summary>
internal static class ExplainVerb
{
    private const int MaxTop = 1_000;

    public static Command Create()
    {
        var verb = new Verb(
            "explain",
            "Shows where the cost of a predictor on a trace comes from, and where it differs most from another one.",
            ("traces/redis-50-clients.wake -p haltpoll", "one predictor beside the clairvoyant"),
            ("traces/redis-50-clients.wake -p haltpoll -p teo --top 20", "where two predictors differ most"),
            ("traces/phases-mix-a.wake -p menu --order avoidable --csv groups.csv", "what a better decision would have saved"));
        var traces = new TraceOptions(verb, several: false);
        var specs = new Option<string[]>("--predictor", "-p")
        {
            HelpName = "SPEC",
            Description = "The predictor, name or name:key=value,key=value; given twice, the one that it is compared with.",
            Required = true,
        };
        verb.Options.Add(specs);
        Option<int?> top = NumberOption.Of<int>(
            "--top", "N", "How many idle periods each list holds.", $"a whole number, 0 to {MaxTop}", n => n is >= 0 and <= MaxTop, value: 10);
        verb.Options.Add(top);
        var order = new Option<string>("--order")
        {
            HelpName = "cost|avoidable",
            Description = "Whether the costliest idle periods go by their cost, or by what it has above the clairvoyant's.",
            DefaultValueFactory = _ => "cost",
        };
        verb.Options.Add(order);
        var run = new RunOptions(verb, closes: false);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            bool byAvoidableCost = ByAvoidableCost(parsed.GetValue(order)!);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, Choose(parsed.GetValue(specs)!, catalog));
            if (plan.Setup.PollPlace == PollPlace.Host)
            {
                throw new UsageException("explain shows what the guest decides; it does not explain a rule in the host's place.");
            }

            var options = new ExplanationOptions { ExchangeRate = plan.ExchangeRate, Top = parsed.GetValue(top)!.Value, ByAvoidableCost = byAvoidableCost };
            string path = traces.Path(parsed);
            using ITraceReader trace = traces.Open(parsed, path);
            (TraceRun replayed, Explanation explanation) = Output.Watch(
                choice, path, progress => new TraceExplainer(plan, options).Run(trace, progress, cancellation), TraceOptions.PaceOf([path]));
            var notes = new List<string>(RunOptions.NotesOn(plan));
            if (TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection) is { } note)
            {
                notes.Add(note);
            }

            notes.AddRange(RunOptions.NotesOnTraining(plan, replayed));
            Score[] scores =
            [
                .. plan.Contenders.Zip(replayed.Results).Select(p => Score.Of(p.First.ToContender(), replayed.Trace, p.Second!, replayed.Clairvoyant, plan.ExchangeRate)),
            ];
            Output.Write(new ExplainReport(scores, explanation, WeightsOf(plan), RunOptions.SettingsOf(plan), notes), run.Describe(choice, parsed, plan));
            return catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static List<PredictorChoice> Choose(string[] specs, PluginCatalog catalog) => specs.Length <= 2
        ? [.. specs.Select(s => SingleSpec.Choose(s, catalog))]
        : throw new UsageException($"-p is given {specs.Length} times; explain takes one predictor, or two to compare.");

    private static bool ByAvoidableCost(string order) => order switch
    {
        "cost" => false,
        "avoidable" => true,
        _ => throw new UsageException($"--order {order} is not accepted: cost or avoidable."),
    };

    private static List<KeyValuePair<string, IReadOnlyList<FeatureWeight>>> WeightsOf(RunPlan plan) =>
    [
        .. plan.Contenders.DistinctBy(c => c.Text)
            .Where(c => c.Predictor.Factory is IWeighsFeatures)
            .Select(c => KeyValuePair.Create(c.Text, ((IWeighsFeatures)c.Predictor.Factory).FeatureWeights(c.Values))),
    ];
}
