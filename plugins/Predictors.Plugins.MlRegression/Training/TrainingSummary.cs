using System.Globalization;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Tells people what was learned.</summary>
internal static class TrainingSummary
{
    /// <summary>Lines on the model, on what it was learned from and on how well it fits.</summary>
    public static IReadOnlyList<string> Lines(TrainedModel model)
    {
        TrainingFit fit = model.Fit;
        string shape = model.Trees is { } trees
            ? $"{trees.Roots.Length} trees with {trees.Leaves.Length} leaves"
            : $"{model.Features.Count} weights";
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{model.Trainer}: {shape}, learned from {fit.Rows} of {fit.Periods} idle periods of {model.Traces.Count} traces"),
            string.Create(CultureInfo.InvariantCulture, $"on these: R² {fit.RSquared:F3} of the logarithm of the idle length, half of the predictions within a factor of {fit.MedianFactor:F2}"),
        ];
    }
}
