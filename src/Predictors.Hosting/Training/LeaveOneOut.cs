using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>Gives learned contenders, for each trace, a model that was trained on all other traces.</summary>
/// <param name="contenders">The contenders; those that are not learned, or name a model, stay as they are.</param>
/// <param name="read">Reads the whole traces, once, where a model is needed. What is another file of the same recording is left out with it.</param>
/// <param name="folder">Where the models are written; the caller deletes it.</param>
public sealed class LeaveOneOut(
    IReadOnlyList<PredictorChoice> contenders, Func<CancellationToken, IReadOnlyList<TrainingTrace>> read, string folder)
{
    /// <summary>The seed of the trainings.</summary>
    public const int Seed = 1;

    private readonly Dictionary<int, IReadOnlyList<PredictorChoice>> _folds = [];
    private IReadOnlyList<TrainingTrace>? _traces;

    /// <summary>Makes one of traces that were read.</summary>
    /// <param name="contenders">The contenders; those that are not learned, or name a model, stay as they are.</param>
    /// <param name="traces">The whole traces. What is another file of the same recording is left out with it.</param>
    /// <param name="folder">Where the models are written; the caller deletes it.</param>
    public LeaveOneOut(IReadOnlyList<PredictorChoice> contenders, IReadOnlyList<TrainingTrace> traces, string folder)
        : this(contenders, _ => traces, folder)
    {
    }

    /// <summary>Which other traces are left out with one: by default none but those of the same recording.</summary>
    public Func<TrainingTrace, TrainingTrace, bool> BelongTogether { get; init; } = (one, other) => one.Sha256 == other.Sha256;

    /// <summary>Whether a contender is learned and names no model of its own.</summary>
    /// <param name="contender">The contender.</param>
    public static bool Trains(PredictorChoice contender)
    {
        ArgumentNullException.ThrowIfNull(contender);
        return contender.Predictor.Factory is IPredictorTrainer and ITrainedPredictor
            && ModelOf(contender) is { } model && contender.Values.Get(model).Length == 0;
    }

    /// <summary>The contenders for one trace, with models that have not seen it.</summary>
    /// <param name="trace">Which of the traces.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The contenders in their order, with their own texts.</returns>
    /// <exception cref="InvalidDataException">The other traces do not suffice to train on; the message says for which trace and why.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<PredictorChoice> For(int trace, CancellationToken cancellation = default)
    {
        if (!_folds.TryGetValue(trace, out IReadOnlyList<PredictorChoice>? fold))
        {
            _folds.Add(trace, fold = [.. contenders.Select((c, i) => Trains(c) ? Trained(c, trace, $"{trace}-{i}", cancellation) : c)]);
        }

        return fold;
    }

    // A predictor with several files tells by none which of them is the model.
    private static FileParameter? ModelOf(PredictorChoice contender)
    {
        FileParameter[] files = [.. contender.Predictor.Description.Parameters.OfType<FileParameter>()];
        return files.Length == 1 ? files[0] : null;
    }

    private PredictorChoice Trained(PredictorChoice contender, int trace, string name, CancellationToken cancellation)
    {
        IReadOnlyList<TrainingTrace> traces = _traces ??= read(cancellation);
        ILookup<bool, TrainingTrace> split = traces.ToLookup(t => ReferenceEquals(t, traces[trace]) || BelongTogether(t, traces[trace]));
        string path = Path.Combine(folder, $"{name}.model");
        string model = ModelOf(contender)!.Name;
        try
        {
            using FileStream file = File.Create(path);
            ModelTraining.Train(
                contender, [.. split[false]], [.. split[true].Select(t => new LeftOutTrace(t.Name, t.Sha256)).Distinct()], Seed, file, cancellation);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException(
                $"{contender.Text} can't be trained for {traces[trace].Name} on the other traces: {e.Message} Give more traces, or a model ({model}=FILE).", e);
        }

        IEnumerable<KeyValuePair<string, string>> texts = contender.Values.ToTexts().Select(t => t.Key == model ? KeyValuePair.Create(model, path) : t);
        return contender with { Values = ParameterValues.Parse(contender.Predictor.Description, texts) };
    }
}
