using CsCheck;
using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class MlRegressionPredictorTests
{
    private static readonly string[] Trainers = [.. TrainerNames.All];
    private readonly MlRegressionFactory _factory = new();

    [Test]
    public void PredictPollNs_AlternatingShortAndLong_PollsTheShortAndHaltsTheLong([ValueSource(nameof(Trainers))] string trainer)
    {
        static TrainingTrace Alternating(string name) =>
            SyntheticTraces.Of(name, Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? 5_000L : 400_000L));
        using var folder = new TemporaryFolder();
        string path = folder.Write("m.json", _factory.TrainToBytes(trainer, 1, Alternating("training")));
        MlRegressionPredictor predictor = _factory.Create(_factory.Values(("trainer", trainer), ("model", path), ("exit-latency", "0ns")), 0);

        long[] windowsNs = TestFactory.Decide(predictor, Alternating("replay").Vcpus[0]);

        int right = windowsNs.Where((windowNs, i) => i % 2 == 0 ? windowNs >= 5_000 : windowNs == 0).Count();
        Assert.That(right, Is.GreaterThan(3950));
    }

    [Test]
    public void PredictPollNs_FutureChanged_DecidesTheSameUntilThen()
    {
        IReadOnlyList<TrainingPeriod> recorded = SyntheticTraces.Mixed(8, 500).Vcpus[0];
        Gen.Select(Gen.OneOf(Trainers.Select(Gen.Const).ToArray<IGen<string>>()), Gen.Int[0, 499], Gen.Long[1, 10_000_000], Gen.Enum<WakeCause>()).Sample((trainer, from, idleNs, cause) =>
        {
            TrainingPeriod[] changed =
            [
                .. recorded.Take(from),
                recorded[from] with { Exit = new IdleExit { IdleNs = idleNs, Cause = cause } },
                .. recorded.Skip(from + 1).Select(p => new TrainingPeriod(new IdleEntry { BusyNs = idleNs }, new IdleExit { IdleNs = idleNs })),
            ];
            ParameterValues values = _factory.Values(("trainer", trainer));

            long[] decided = TestFactory.Decide(_factory.Create(values, 0), recorded);
            long[] decidedAnew = TestFactory.Decide(_factory.Create(values, 0), changed);

            return decided.AsSpan(0, from + 1).SequenceEqual(decidedAnew.AsSpan(0, from + 1));
        }, iter: 200);
    }

    [Test]
    public void PredictPollNs_TwoVcpusInTurns_DecideAsEachAlone([ValueSource(nameof(Trainers))] string trainer)
    {
        ParameterValues values = _factory.Values(("trainer", trainer));
        IReadOnlyList<IReadOnlyList<TrainingPeriod>> vcpus = SyntheticTraces.Mixed(8, 2_000).Vcpus;
        MlRegressionPredictor[] inTurns = [_factory.Create(values, 0), _factory.Create(values, 1)];
        long[][] windowsNs = [new long[2_000], new long[2_000]];

        for (int i = 0; i < 2_000; i++)
        {
            for (int vcpu = 0; vcpu < 2; vcpu++)
            {
                windowsNs[vcpu][i] = inTurns[vcpu].PredictPollNs(vcpus[vcpu][i].Entry);
                inTurns[vcpu].Observe(vcpus[vcpu][i].Exit);
            }
        }

        Assert.That(windowsNs[0], Is.EqualTo(TestFactory.Decide(_factory.Create(values, 0), vcpus[0])));
        Assert.That(windowsNs[1], Is.EqualTo(TestFactory.Decide(_factory.Create(values, 1), vcpus[1])));
        Assert.That(windowsNs[0], Is.Not.EqualTo(windowsNs[1]));
    }

    [Test]
    public void PredictPollNs_ThousandsOfDecisions_AllocateNothing([ValueSource(nameof(Trainers))] string trainer)
    {
        MlRegressionPredictor predictor = _factory.Create(_factory.Values(("trainer", trainer)), 0);
        IReadOnlyList<TrainingPeriod> periods = SyntheticTraces.Mixed(8, 5_000).Vcpus[0];
        TrainingPeriod warmUp = periods[0];
        predictor.PredictPollNs(warmUp.Entry);
        predictor.Observe(warmUp.Exit);

        // A collection that another test sets off may show up in the count: the least of several runs is the predictor's.
        Assert.That(Enumerable.Range(0, 5).Min(_ => AllocatedBytes()), Is.Zero);

        long AllocatedBytes()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < periods.Count; i++)
            {
                TrainingPeriod period = periods[i];
                predictor.PredictPollNs(period.Entry);
                predictor.Observe(period.Exit);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    // The prediction is 2^13 ns, and after such predictions idle periods of about 9216 ns were seen: the middle of their bin.
    [TestCase("30us", 9_375)]
    [TestCase("16us", 12_000)]
    [TestCase("9us", 0)]
    public void PredictPollNs_NothingSeenYet_TakesTheWindowThatWasCheapestInTraining(string haltCost, long windowNs)
    {
        using var folder = new TemporaryFolder();
        TrainedModel trained = ModelFile.Parse(_factory.TrainToBytes("linear", 1, SyntheticTraces.Mixed(5, 1_000)));
        var counts = new int[trained.Lengths.Counts.Length];
        counts[LengthHistograms.IndexOf(LengthHistograms.ClassOf(13), LearnedCosts.WakerOf(WakeCause.Unknown), 8_192)] = 1_000;
        using var content = new MemoryStream();
        ModelFile.Write(
            trained with
            {
                Linear = new LinearModel { Weights = new double[16], Bias = 13 },
                Lengths = new LengthHistograms { Counts = counts },
            },
            content);
        string path = folder.Write("m.json", content.ToArray());

        MlRegressionPredictor predictor = _factory.Create(_factory.Values(("trainer", "linear"), ("model", path), ("halt-cost", haltCost)), 0);

        Assert.That(predictor.PredictPollNs(new IdleEntry { BusyNs = 5 }), Is.EqualTo(windowNs));
    }
}
