using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Learns the logarithm of the idle length from traces with Microsoft.ML.</summary>
internal static class ModelTraining
{
    // Small on purpose: the kernel would walk all of them at every idle entry.
    private const int Trees = 8;
    private const int LeavesPerTree = 8;
    private const int PeriodsPerLeaf = 50;

    // FastTree starts from 0: what (1 - rate)^trees leaves of the mean, here 0.4 %, is missing from every prediction.
    private const double LearningRate = 0.5;

    /// <summary>Learns a model: the same traces, trainer and seed give the same model.</summary>
    /// <exception cref="InvalidDataException">There are too few idle periods.</exception>
    /// <exception cref="InvalidOperationException">A native library of the trainer is missing; the message says which.</exception>
    public static TrainedModel Train(IReadOnlyList<TrainingTrace> traces, string trainer, int seed, CancellationToken cancellation)
    {
        List<IdleRow> rows = TrainingRows.Collect(traces, TrainingRows.Most, seed, cancellation);
        var context = new MLContext(seed);
        IDataView data = context.Data.LoadFromEnumerable(rows);
        cancellation.ThrowIfCancellationRequested();
        ITransformer fitted = Fit(context, data, trainer);
        cancellation.ThrowIfCancellationRequested();

        (LinearModel? linear, TreeModel? trees) = FlatModel.Extract(fitted);
        IdleLengthModel model = linear ?? (IdleLengthModel)trees!;
        return new TrainedModel
        {
            Trainer = trainer,
            Features = FeatureVector.Names,
            Seed = seed,
            MicrosoftMlVersion = Version(),
            Traces = [.. traces.Select(t => new TrainedTrace(t.Name, t.Sha256, t.UntilNs, t.Share))],
            LeftOut = [],
            Fit = FitMeasure.Of(model, rows, traces.Sum(TrainingRows.Periods)),
            FeatureShares = FeatureShares.Of(model, rows, seed),
            Lengths = LengthsOf(model, rows),
            Linear = linear,
            Trees = trees,
            MicrosoftMlModel = MicrosoftMlArchive.Save(context, fitted, data.Schema),
        };
    }

    private static LengthHistograms LengthsOf(IdleLengthModel model, List<IdleRow> rows)
    {
        var counts = new int[LengthHistograms.Classes * LengthHistograms.Wakers * LengthHistograms.Bins];
        foreach (IdleRow row in rows)
        {
            counts[LengthHistograms.IndexOf(LengthHistograms.ClassOf(model.Score(row.Features)), row.Waker, row.IdleNs)]++;
        }

        return new LengthHistograms { Counts = counts };
    }

    // Without the commit that stands behind the plus sign.
    private static string Version() =>
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static ITransformer Fit(MLContext context, IDataView data, string trainer)
    {
        try
        {
            return trainer switch
            {
                TrainerNames.FastTree => FastTree(context).Fit(data),
                TrainerNames.LightGbm => LightGbm(context).Fit(data),
                TrainerNames.Linear => Linear(context).Fit(data),
                _ => throw new ArgumentOutOfRangeException(nameof(trainer), trainer, "There is no such trainer."),
            };
        }
        catch (Exception e) when (e.GetBaseException() is DllNotFoundException missing)
        {
            throw new InvalidOperationException(
                $"trainer={trainer} can't load its native library: {missing.Message} LightGBM needs libgomp.so.1 (Debian package libgomp1); trainer=fast-tree and trainer=linear do not.",
                e);
        }
    }

    // More than one thread would let the operating system's scheduling into the model.
    private static FastTreeRegressionTrainer FastTree(MLContext context) =>
        context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            NumberOfTrees = Trees,
            NumberOfLeaves = LeavesPerTree,
            MinimumExampleCountPerLeaf = PeriodsPerLeaf,
            LearningRate = LearningRate,
            NumberOfThreads = 1,
        });

    private static LightGbmRegressionTrainer LightGbm(MLContext context) =>
        context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfIterations = Trees,
            NumberOfLeaves = LeavesPerTree,
            MinimumExampleCountPerLeaf = PeriodsPerLeaf,
            LearningRate = LearningRate,
            NumberOfThreads = 1,
        });

    // Normalised by mean and variance: a feature that never varies in the traces gets no weight. With less regularization the descent is far
    // from its end after so many rounds, since the features tell much the same, and the weights hang on the order of the traces.
    private static EstimatorChain<RegressionPredictionTransformer<LinearRegressionModelParameters>> Linear(MLContext context) =>
        context.Transforms.NormalizeMeanVariance(nameof(IdleRow.Features), fixZero: false, maximumExampleCount: TrainingRows.Most * 2L)
            .Append(context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
            {
                MaximumNumberOfIterations = 20,
                L2Regularization = 0.01f,
                NumberOfThreads = 1,
            }));
}
