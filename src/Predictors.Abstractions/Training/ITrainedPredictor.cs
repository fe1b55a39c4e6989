namespace Predictors.Abstractions;

/// <summary>
/// A factory whose predictor comes from training: it tells what the model has seen, so that the host ranks it only on
/// what it has not.
/// </summary>
public interface ITrainedPredictor
{
    /// <summary>What the model in use was trained on.</summary>
    /// <param name="values">The values of the parameters, which name the model.</param>
    /// <returns>The leading parts of traces that the model has seen.</returns>
    /// <exception cref="InvalidDataException">The model can't be read; the message says which file and why.</exception>
    IReadOnlyList<TrainedOn> TrainedOn(ParameterValues values);
}
