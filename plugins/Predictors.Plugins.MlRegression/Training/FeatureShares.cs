using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Measures how much each feature counts in a model.</summary>
/// <remarks>
/// Permutation importance (Breiman: Random forests, 2001): how much the mean squared error on the rows grows when the values of one
/// feature are shuffled among them. Features that tell the same share what they count.
/// </remarks>
internal static class FeatureShares
{
    private const int MostRows = 20_000;

    /// <summary>Each feature's share of all growth of the error, in the order of the features; all 0 where none counts.</summary>
    public static double[] Of(IdleLengthModel model, List<IdleRow> rows, int seed)
    {
        var random = new Random(seed);
        IdleRow[] sample = [.. rows];
        random.Shuffle(sample);
        sample = sample[..Math.Min(sample.Length, MostRows)];
        var shuffled = new float[sample.Length];
        var features = new float[FeatureVector.Count];
        double error = Error(i => sample[i].Features);
        var growth = new double[FeatureVector.Count];
        for (int feature = 0; feature < growth.Length; feature++)
        {
            for (int i = 0; i < sample.Length; i++)
            {
                shuffled[i] = sample[i].Features[feature];
            }

            random.Shuffle(shuffled);
            growth[feature] = Math.Max(0, Error(i =>
            {
                sample[i].Features.CopyTo(features, 0);
                features[feature] = shuffled[i];
                return features;
            }) - error);
        }

        double all = growth.Sum();
        return all > 0 ? [.. growth.Select(g => g / all)] : growth;

        double Error(Func<int, float[]> featuresOf)
        {
            double sum = 0;
            for (int i = 0; i < sample.Length; i++)
            {
                double difference = sample[i].Label - model.Score(featuresOf(i));
                sum += difference * difference;
            }

            return sum / sample.Length;
        }
    }
}
