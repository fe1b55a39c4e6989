using System.Text.Json.Serialization;
using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>A trained model with all that is known of its training. Exactly one of the two kinds of model is there.</summary>
internal sealed record TrainedModel
{
    /// <summary>The trainer: one of <see cref="TrainerNames"/>.</summary>
    public required string Trainer { get; init; }

    /// <summary>The features that it was trained on, in order.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>The version of Microsoft.ML that trained it.</summary>
    public required string MicrosoftMlVersion { get; init; }

    /// <summary>What it has seen.</summary>
    public required IReadOnlyList<TrainedTrace> Traces { get; init; }

    /// <summary>What was left out for it: nothing of these traces was learned.</summary>
    public required IReadOnlyList<LeftOutTrace> LeftOut { get; init; }

    /// <summary>How well it fits.</summary>
    public required TrainingFit Fit { get; init; }

    /// <summary>How much each feature counts: its share of all that counts, 0 to 1.</summary>
    public required double[] FeatureShares { get; init; }

    /// <summary>How long the idle periods lasted, by predicted length.</summary>
    public required LengthHistograms Lengths { get; init; }

    /// <summary>The linear model, where it is one.</summary>
    public LinearModel? Linear { get; init; }

    /// <summary>The trees, where it has some.</summary>
    public TreeModel? Trees { get; init; }

    /// <summary>The same model as Microsoft.ML saves it, for use with its tools; the predictor does not read it.</summary>
    public required byte[] MicrosoftMlModel { get; init; }

    /// <summary>The model that predicts.</summary>
    [JsonIgnore]
    public IdleLengthModel Model => Linear ?? (IdleLengthModel)Trees!;

    /// <summary>Checks everything that the predictor relies on.</summary>
    /// <exception cref="InvalidDataException">The model can't be used; the message says why.</exception>
    public void Validate()
    {
        if (!TrainerNames.All.Contains(Trainer))
        {
            throw new InvalidDataException($"its trainer is '{Trainer}', not one of {string.Join(", ", TrainerNames.All)}");
        }

        if (!Features.SequenceEqual(FeatureVector.Names, StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"it was trained on the features {string.Join(", ", Features)}; this version computes {string.Join(", ", FeatureVector.Names)}: train it anew");
        }

        // What it has seen decides what it may be ranked on.
        if (!Traces.All(t => t is not null && IsSha256(t.Sha256)))
        {
            throw new InvalidDataException("it does not give the SHA-256 of every trace that it was trained on");
        }

        if (LeftOut.FirstOrDefault(t => Traces.Any(seen => seen.Sha256 == t.Sha256)) is { } both)
        {
            throw new InvalidDataException($"it names {both.Name} as left out and as trained on");
        }

        if (Linear is null == Trees is null)
        {
            throw new InvalidDataException("it must hold either a linear model or trees");
        }

        if (FeatureShares.Length != FeatureVector.Count || !Array.TrueForAll(FeatureShares, s => s is >= 0 and <= 1))
        {
            throw new InvalidDataException($"it does not give a share from 0 to 1 for each of {FeatureVector.Count} features");
        }

        Model.Validate();
        Lengths.Validate();
    }

    private static bool IsSha256(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
