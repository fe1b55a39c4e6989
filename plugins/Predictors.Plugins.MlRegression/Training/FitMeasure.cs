using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Measures how well a model fits rows.</summary>
internal static class FitMeasure
{
    /// <summary>The fit of a model to the rows that it learned from.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="periods">How many idle periods the rows were taken from.</param>
    /// <returns>The fit.</returns>
    public static TrainingFit Of(IdleLengthModel model, List<IdleRow> rows, long periods)
    {
        double mean = rows.Average(r => (double)r.Label);
        double total = rows.Sum(r => (r.Label - mean) * (r.Label - mean));
        double[] errors = [.. rows.Select(r => Math.Abs((double)r.Label - model.Score(r.Features)))];
        double left = errors.Sum(e => e * e);
        Array.Sort(errors);

        // Where all idle periods have one length there is nothing to explain, and nothing is left unexplained.
        double rSquared = total > 0 ? 1 - (left / total) : 1;
        return new TrainingFit(periods, rows.Count, rSquared, Math.Pow(2, errors[errors.Length / 2]));
    }
}
