using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.MlRegression.Training;

namespace Predictors.Plugins.MlRegression;

/// <summary>
/// Predictor <c>ml-regression</c>: a Microsoft.ML regression predicts the length of the idle period from recent idle and
/// busy lengths, wake causes and, where known, the time to the next timer.
/// </summary>
/// <remarks>Microsoft.ML only trains: what it learned is evaluated from flat arrays, and a replay does not load it.</remarks>
public sealed class MlRegressionFactory
    : IPredictorFactory<MlRegressionPredictor>, IPredictorTrainer, ITrainedPredictor, IDeclaresDecisionCost
{
    private static readonly ChoiceParameter Trainer = new(
        "trainer", "What learns: boosted trees of FastTree or LightGBM, or a linear model; also which of the shipped models decides.", [.. TrainerNames.All]);

    private static readonly FileParameter Model = new(
        "model", "The model that decides, as predictors train wrote it; its trainer must be the one that is set.");

    private static readonly DurationParameter Max = new(
        "max", "The longest poll window.", defaultNs: 200_000);

    private static readonly DurationParameter HaltCost = new(
        "halt-cost", "What a halt costs in waste and latency: it polls, at least for this long, where the predicted idle length is no longer.", defaultNs: 30_000);

    private static readonly NumberParameter Margin = new(
        "margin", "The poll window as a multiple of the predicted idle length.", defaultValue: 2, min: 1, max: 1000);

    private readonly ModelCache _models = new();

    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new(
        "ml-regression",
        "Predicts the idle length with a regression that Microsoft.ML trained, and polls where that is shorter than a halt costs.",
        Trainer, Model, Max, HaltCost, Margin);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The model can't be read, or another trainer made it; the message says which file.</exception>
    public MlRegressionPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Load(values).Model, values.Get(Max), values.Get(HaltCost), values.Get(Margin));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The traces have too few idle periods.</exception>
    /// <exception cref="InvalidOperationException">A native library of the trainer is missing; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public IReadOnlyList<string> Train(
        IReadOnlyList<TrainingTrace> traces, ParameterValues values, int seed, Stream model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(model);
        TrainedModel trained = ModelTraining.Train(traces, values.Get(Trainer), seed, cancellation);
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
        return Load(values).Model.DecisionCostNs;
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
