using Microsoft.ML;
using Microsoft.ML.Data;
using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.MlRegression.Training;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class FlatModelTests
{
    private static readonly List<IdleRow> UnseenRows = TrainingRows.Collect([SyntheticTraces.Mixed(77, 10_000)], int.MaxValue, 1, CancellationToken.None);

    [TestCase(TrainerNames.FastTree, 0)]
    [TestCase(TrainerNames.LightGbm, 0)]
    [TestCase(TrainerNames.Linear, 1e-5)]
    public void Score_ThousandsOfRows_IsThatOfMicrosoftMl(string trainer, double relative)
    {
        TrainedModel model = Train(trainer, SyntheticTraces.Mixed(3, 20_000));

        AssertScores(model, relative);
        Assert.That(UnseenRows.Select(r => model.Model.Score(r.Features)).Distinct().Count(), Is.GreaterThan(100));
    }

    [TestCase(TrainerNames.FastTree, 0)]
    [TestCase(TrainerNames.LightGbm, 0)]
    [TestCase(TrainerNames.Linear, 1e-5)]
    public void Score_ShippedModel_IsThatOfMicrosoftMl(string trainer, double relative) =>
        AssertScores(ModelFile.Read(Path.Combine(TestContext.CurrentContext.TestDirectory, $"model.{trainer}.json")), relative);

    [TestCase(TrainerNames.FastTree)]
    [TestCase(TrainerNames.LightGbm)]
    [TestCase(TrainerNames.Linear)]
    public void Score_AllPeriodsOfOneLength_IsThatLength(string trainer)
    {
        TrainedModel model = Train(trainer, SyntheticTraces.Of("constant", Enumerable.Repeat(16_384L, 3000)));

        AssertScores(model, 1e-5);
        Assert.That(model.Model.Score(LastRow(16_384)), Is.EqualTo(14).Within(0.1));
    }

    [Test]
    public void Extract_FeatureThatNeverVaries_GetsNoLinearWeight()
    {
        // No causes and no timers in the trace, as from a recording without those events: from the next timer's being known on, nothing varies.
        TrainedModel model = Train(TrainerNames.Linear, SyntheticTraces.Of("alternating", Enumerable.Range(0, 3000).Select(i => i % 2 == 0 ? 4_000L : 300_000L)));

        Assert.That(model.Linear!.Weights[11..], Is.All.Zero);
        Assert.That(model.Linear.Weights[0], Is.Not.Zero);
    }

    [Test]
    public void Train_Linear_TheOrderOfTheTraces_MattersLittle()
    {
        TrainingTrace[] traces = [SyntheticTraces.Mixed(3, 5_000), SyntheticTraces.Mixed(4, 5_000), SyntheticTraces.Of("short", Enumerable.Repeat(3_000L, 5_000)), SyntheticTraces.Of("long", Enumerable.Repeat(2_000_000L, 5_000))];
        TrainedModel[] models = [.. ((TrainingTrace[][])[traces, [.. traces.Reverse()]]).Select(t => ModelTraining.Train(t, TrainerNames.Linear, 1, CancellationToken.None))];

        double[] differences = [.. UnseenRows.Select(r => Math.Abs(models[0].Model.Score(r.Features) - (double)models[1].Model.Score(r.Features)))];

        Assert.That(models[0].Fit.RSquared, Is.EqualTo(models[1].Fit.RSquared).Within(0.02));
        Assert.That(differences.Average(), Is.LessThan(0.6), "octaves");
    }

    private static float[] LastRow(long idleNs) =>
        TrainingRows.Collect([SyntheticTraces.Of("constant", Enumerable.Repeat(idleNs, 1000))], int.MaxValue, 1, CancellationToken.None)[^1].Features;

    private static TrainedModel Train(string trainer, TrainingTrace trace) =>
        ModelFile.Parse(new MlRegressionFactory().TrainToBytes(trainer, 1, trace));

    private static void AssertScores(TrainedModel model, double relative)
    {
        var context = new MLContext();
        using var saved = new MemoryStream(model.MicrosoftMlModel);
        ITransformer transformer = context.Model.Load(saved, out _);
        float[] expected = [.. transformer.Transform(context.Data.LoadFromEnumerable(UnseenRows)).GetColumn<float>("Score")];
        float[] scores = [.. UnseenRows.Select(r => model.Model.Score(r.Features))];

        Assert.That(expected, Has.Length.EqualTo(20_000));
        for (int i = 0; i < scores.Length; i++)
        {
            if (Math.Abs((double)scores[i] - expected[i]) > relative * Math.Abs(expected[i]))
            {
                Assert.Fail($"Row {i}: {scores[i]:R} instead of {expected[i]:R}.");
            }
        }
    }
}
