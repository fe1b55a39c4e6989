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
        var verb = new Command("train", "Trains a learned predictor on the leading part of traces and writes its model.");
        var traces = new TraceOptions(verb, several: true);
        var model = new Option<string>("--output", "-o") { HelpName = "MODEL", Description = "The model file to write.", Required = true };
        verb.Options.Add(model);
        Option<string> spec = SpecOption.One(required: false);
        verb.Options.Add(spec);
        var share = new Option<double>("--share")
        {
            HelpName = "X",
            Description = "Which share of each trace's span to learn from; the rest is left for ranking.",
            DefaultValueFactory = _ => 0.5,
        };
        verb.Options.Add(share);
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "The seed of everything random in the training.", DefaultValueFactory = _ => 1 };
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            double part = parsed.GetValue(share);
            if (part is not (> 0 and <= 1))
            {
                throw new UsageException(FormattableString.Invariant($"--share {part} is not accepted: above 0, at most 1."));
            }

            PluginCatalog catalog = plugins.Load(parsed);
            PredictorChoice choice = Choose(parsed.GetValue(spec), catalog);
            var trainer = (IPredictorTrainer)choice.Predictor.Factory;
            var training = new List<TrainingTrace>();
            foreach (string path in traces.Paths(parsed))
            {
                using ITraceReader trace = traces.Open(parsed, path);
                training.Add(TrainingTraces.Read(trace, part, cancellation));
            }

            OutputFile.Write(parsed.GetValue(model)!, stream =>
            {
                foreach (string line in trainer.Train(training, choice.Values, parsed.GetValue(seed), stream, cancellation))
                {
                    Console.WriteLine(line);
                }
            });
            return ExitStatus.Done;
        });
        return verb;
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
