namespace Predictors.Abstractions;

/// <summary>A trainer whose models name the traces that were left out for them.</summary>
public interface INamesLeftOut : IPredictorTrainer
{
    /// <summary>Learns a model.</summary>
    /// <param name="traces">What to learn from: the leading part of each trace.</param>
    /// <param name="leftOut">What was left out, so that the model may be ranked on it: for the model's manifest.</param>
    /// <param name="values">The values of the predictor's parameters.</param>
    /// <param name="seed">The seed of everything random in the training: the same seed gives the same model.</param>
    /// <param name="model">Where the model is written; a file of this content is given back by a <see cref="FileParameter"/>.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>Lines for people: what was learned, from how many idle periods, and how well it fits.</returns>
    IReadOnlyList<string> Train(
        IReadOnlyList<TrainingTrace> traces,
        IReadOnlyList<LeftOutTrace> leftOut,
        ParameterValues values,
        int seed,
        Stream model,
        CancellationToken cancellation);
}
