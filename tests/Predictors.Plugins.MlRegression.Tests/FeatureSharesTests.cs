using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.MlRegression.Training;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class FeatureSharesTests
{
    [Test]
    public void Of_LinearModel_GoesByWeightTimesSpread()
    {
        // The error grows by twice the square of what a feature adds: 1 and 2 of equal spread are as 1 to 4.
        var weights = new double[FeatureVector.Count];
        (weights[3], weights[7]) = (1, 2);
        double[] shares = FeatureShares.Of(new LinearModel { Weights = weights, Bias = 5 }, Rows(weights, 5), seed: 1);

        Assert.That(shares[3], Is.EqualTo(0.2).Within(0.02));
        Assert.That(shares[7], Is.EqualTo(0.8).Within(0.02));
        Assert.That(shares.Where((_, i) => i is not (3 or 7)), Is.All.Zero);
    }

    [Test]
    public void Of_ModelThatLooksAtNothing_IsZeroForAll()
    {
        var weights = new double[FeatureVector.Count];

        Assert.That(FeatureShares.Of(new LinearModel { Weights = weights, Bias = 5 }, Rows(weights, 6), seed: 1), Is.All.Zero);
    }

    [Test]
    public void FeatureWeights_OfTheShippedModels_AddUpToOneAndBeginWithTheLargest([Values(TrainerNames.FastTree, TrainerNames.LightGbm, TrainerNames.Linear)] string trainer)
    {
        var factory = new MlRegressionFactory();

        double[] shares = [.. factory.FeatureWeights(factory.Values(("trainer", trainer))).Select(w => w.Share)];

        Assert.That(shares, Has.Length.EqualTo(FeatureVector.Count).And.Ordered.Descending);
        Assert.That(shares.Sum(), Is.EqualTo(1).Within(1e-9));
    }

    private static List<IdleRow> Rows(double[] weights, double bias)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 10_000).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, FeatureVector.Count).Select(_ => (float)random.NextDouble())];
            return new IdleRow { Features = features, Label = (float)(bias + weights.Zip(features, (w, f) => w * f).Sum()), IdleNs = 1, Waker = 0 };
        })];
    }
}
