using Predictors.Abstractions;

namespace Predictors.Plugins.MlRegression.Tests;

/// <summary>Makes parameter values as a SPEC writes them, and models in memory.</summary>
internal static class TestFactory
{
    public static ParameterValues Values(this MlRegressionFactory factory, params (string Name, string Text)[] texts) =>
        ParameterValues.Parse(factory.Description, texts.Select(t => KeyValuePair.Create(t.Name, t.Text)));

    public static byte[] TrainToBytes(this MlRegressionFactory factory, string trainer, int seed, params TrainingTrace[] traces)
    {
        using var stream = new MemoryStream();
        factory.Train(traces, factory.Values(("trainer", trainer)), seed, stream, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>The decisions on idle periods that last as long whatever is decided.</summary>
    public static long[] Decide(MlRegressionPredictor predictor, IReadOnlyList<TrainingPeriod> periods)
    {
        var windowsNs = new long[periods.Count];
        for (int i = 0; i < periods.Count; i++)
        {
            TrainingPeriod period = periods[i];
            windowsNs[i] = predictor.PredictPollNs(period.Entry);
            predictor.Observe(period.Exit);
        }

        return windowsNs;
    }
}
