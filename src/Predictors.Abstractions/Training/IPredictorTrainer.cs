namespace Predictors.Abstractions;

/// <summary>A factory whose predictor is learned beforehand: <c>predictors train</c> makes its model.</summary>
public interface IPredictorTrainer
{
    /// <summary>Learns a model.</summary>
    /// <param name="traces">What to learn from: the leading part of each trace.</param>
    /// <param name="values">The values of the predictor's parameters.</param>
    /// <param name="seed">The seed of everything random in the training: the same seed gives the same model.</param>
    /// <param name="model">Where the model is written; a file of this content is given back by a <see cref="FileParameter"/>.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>Lines for people: what was learned, from how many idle periods, and how well it fits.</returns>
    IReadOnlyList<string> Train(
        IReadOnlyList<TrainingTrace> traces, ParameterValues values, int seed, Stream model, CancellationToken cancellation);
}
