using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors train</c>.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "train",
            "Trains a learned predictor on the leading part of traces and writes its model.",
            ("traces -o model.json", "learn from the first half of each trace"),
            ("traces -o no-redis.json --share 1 --leave-out redis-50-clients", "learn from all of the others, to rank on this one"),
            ("traces -o linear.json -p ml-regression:trainer=linear --share 0.3", "another kind of model, from less"));
        var traces = new TraceOptions(verb, several: true);
        var model = new Option<string>("--output", "-o") { HelpName = "MODEL", Description = "The model file to write.", Required = true };
        verb.Options.Add(model);
        Option<string> spec = SpecOption.One(required: false);
        verb.Options.Add(spec);
        Option<double?> share = NumberOption.Of<double>(
            "--share", "X", "Which share of each trace's span to learn from; the rest is left for ranking.", "above 0, at most 1", x => x is > 0 and <= 1, value: 0.5);
        verb.Options.Add(share);
        var leaveOut = new Option<string[]>("--leave-out")
        {
            HelpName = "TRACE",
            Description = "A trace to learn nothing from, by its file name or its name before the first dot; may be given several times.",
        };
        verb.Options.Add(leaveOut);
        Option<int?> seed = NumberOption.Of<int>(
            "--seed", "N", "The seed of everything random in the training.", $"a whole number, at most {int.MaxValue}", _ => true, value: 1);
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            PluginCatalog catalog = plugins.Load(parsed);
            PredictorChoice choice = Choose(parsed.GetValue(spec), catalog);
            var training = new List<TrainingTrace>();
            var leftOut = new List<LeftOutTrace>();
            foreach ((string path, bool kept) in Split(traces.Paths(parsed), parsed.GetValue(leaveOut) ?? []))
            {
                using ITraceReader trace = traces.Open(parsed, path);
                if (kept)
                {
                    training.Add(Output.Watch(
                        quiet: false,
                        path,
                        progress => TrainingTraces.Read(new WatchedTrace(trace, progress), parsed.GetValue(share)!.Value, cancellation),
                        TraceOptions.PaceOf([path])));
                }
                else
                {
                    leftOut.Add(new LeftOutTrace(trace.Header.Name, trace.Header.SourceSha256));
                }
            }

            IReadOnlyList<string> told = [];
            OutputFile.Write(parsed.GetValue(model)!, stream =>
            {
                // Nobody tells how far a training is.
                told = Output.Watch(
                    quiet: false,
                    $"training {choice.Text}",
                    _ => ModelTraining.Train(choice, training, leftOut, parsed.GetValue(seed)!.Value, stream, cancellation));
            });
            foreach (string line in told)
            {
                Console.WriteLine(line);
            }

            return catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static List<(string Path, bool Kept)> Split(IReadOnlyList<string> paths, string[] leftOut)
    {
        string? unknown = leftOut.FirstOrDefault(name => !paths.Any(path => IsNamed(path, name)));
        return unknown is null
            ? [.. paths.Select(path => (path, !leftOut.Any(name => IsNamed(path, name))))]
            : throw new UsageException($"--leave-out {unknown}: no such trace among {string.Join(", ", paths.Select(Path.GetFileName))}.");
    }

    private static bool IsNamed(string path, string name)
    {
        string file = Path.GetFileName(path);
        return file == name || file.Split('.')[0] == name;
    }

    private static PredictorChoice Choose(string? spec, PluginCatalog catalog)
    {
        if (spec is not null)
        {
            PredictorChoice choice = SingleSpec.Choose(spec, catalog);
            return choice.Predictor.Factory is IPredictorTrainer
                ? choice
                : throw new UsageException($"{choice.Predictor.Description.Name} is not learned: there is nothing to train.");
        }

        PluginPredictor[] learned = [.. catalog.Predictors.Where(p => p.Factory is IPredictorTrainer)];
        return learned.Length == 1
            ? SingleSpec.Choose(learned[0].Description.Name, catalog)
            : throw new UsageException(
                $"{learned.Length} predictors can be trained; say which with -p: {string.Join(", ", learned.Select(p => p.Description.Name))}.");
    }
}
