using Predictors.Abstractions;
using Predictors.Plugins.Costs;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.MlRegression.Training;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.MlRegression;

/// <summary>
/// Predictor <c>ml-regression</c>: a Microsoft.ML regression predicts the length of the idle period from recent idle and
/// busy lengths, wake causes and, where known, the time to the next timer; the cheapest window for such a length is learned on.
/// </summary>
/// <remarks>Microsoft.ML only trains: what it learned is evaluated from flat arrays, and a replay does not load it.</remarks>
public sealed class MlRegressionFactory
    : IConditionedPredictorFactory<MlRegressionPredictor>, INamesLeftOut, ITrainedPredictor, IDeclaresDecisionCost, IWeighsFeatures
{
    private static readonly ChoiceParameter Trainer = new(
        "trainer", "What learns: boosted trees of FastTree or LightGBM, or a linear model; also which of the shipped models decides.", [.. TrainerNames.All]);

    private static readonly FileParameter Model = new(
        "model", "The model that decides, as predictors train wrote it; its trainer must be the one that is set.");

    private static readonly DurationParameter HaltCost = new(
        "halt-cost", "What a halt costs in waste and latency; 0 takes it from the machine and the exchange rate (30us where they are not known).", defaultNs: 0, maxNs: 100_000_000);

    private static readonly DurationParameter ExitLatency = new(
        "exit-latency", "With a halt-cost: how much of a halted idle period is the way out of the halt.", defaultNs: 10_000, maxNs: 100_000_000);

    private readonly ModelCache _models = new();

    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new(
        "ml-regression",
        "Predicts the idle length with a regression that Microsoft.ML trained, and takes the window that costs least after such predictions.",
        Trainer, Model, HaltCost, ExitLatency)
    {
        SwitchesHostPollingOff = true,
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The model can't be read, or another trainer made it; the message says which file.</exception>
    public MlRegressionPredictor Create(ParameterValues values, int vcpu) => Create(values, conditions: null);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The model can't be read, or another trainer made it; the message says which file.</exception>
    public MlRegressionPredictor Create(ParameterValues values, int vcpu, RunConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return Create(values, conditions);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The traces have too few idle periods.</exception>
    /// <exception cref="InvalidOperationException">A native library of the trainer is missing; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public IReadOnlyList<string> Train(
        IReadOnlyList<TrainingTrace> traces, ParameterValues values, int seed, Stream model, CancellationToken cancellation) =>
        Train(traces, [], values, seed, model, cancellation);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The traces have too few idle periods.</exception>
    /// <exception cref="InvalidOperationException">A native library of the trainer is missing; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public IReadOnlyList<string> Train(
        IReadOnlyList<TrainingTrace> traces,
        IReadOnlyList<LeftOutTrace> leftOut,
        ParameterValues values,
        int seed,
        Stream model,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(leftOut);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(model);
        TrainedModel trained = ModelTraining.Train(traces, values.Get(Trainer), seed, cancellation) with { LeftOut = leftOut };
        ModelFile.Write(trained, model);
        return TrainingSummary.Lines(trained);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrainedOn> TrainedOn(ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. Load(values).Traces.Select(t => new TrainedOn(t.Sha256, t.UntilNs))];
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The model can't be read, or another trainer made it; the message says which file.</exception>
    public long DecisionCostNs(ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        TrainedModel model = Load(values);
        return model.Model.DecisionCostNs + (model.Linear is null ? WindowLearner.MeasuredNs : 0);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FeatureWeight> FeatureWeights(ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        TrainedModel model = Load(values);
        return [.. model.Features.Zip(model.FeatureShares, (name, share) => new FeatureWeight(name, share)).OrderByDescending(w => w.Share)];
    }

    private MlRegressionPredictor Create(ParameterValues values, RunConditions? conditions)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Load(values), PlainMachine.Or(conditions, values.Get(HaltCost), values.Get(ExitLatency)));
    }

    private TrainedModel Load(ParameterValues values)
    {
        string trainer = values.Get(Trainer);
        string given = values.Get(Model);
        string path = given.Length > 0 ? given : ShippedModel(trainer);
        TrainedModel model = _models.Get(path);
        return model.Trainer == trainer
            ? model
            : throw new InvalidDataException($"{path} holds a model of trainer {model.Trainer}, but trainer is {trainer}: set trainer={model.Trainer}.");
    }

    private static string ShippedModel(string trainer) =>
        Path.Combine(Path.GetDirectoryName(typeof(MlRegressionFactory).Assembly.Location)!, $"model.{trainer}.json");
}
