using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>Trains the model of a learned predictor.</summary>
public static class ModelTraining
{
    /// <summary>Learns a model and writes it.</summary>
    /// <param name="learner">The predictor, which is an <see cref="IPredictorTrainer"/>.</param>
    /// <param name="traces">What to learn from.</param>
    /// <param name="leftOut">What was left out: a trainer that can names it in the model.</param>
    /// <param name="seed">The seed of everything random.</param>
    /// <param name="model">Where the model is written.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>Lines for people.</returns>
    /// <exception cref="InvalidDataException">The traces do not suffice.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Train(
        PredictorChoice learner, IReadOnlyList<TrainingTrace> traces, IReadOnlyList<LeftOutTrace> leftOut, int seed, Stream model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return learner.Predictor.Factory is INamesLeftOut naming
            ? naming.Train(traces, leftOut, learner.Values, seed, model, cancellation)
            : ((IPredictorTrainer)learner.Predictor.Factory).Train(traces, learner.Values, seed, model, cancellation);
    }
}
