using System.Globalization;
using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Models;
using Predictors.Plugins.MlRegression.Training;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class TrainingTests
{
    private readonly MlRegressionFactory _factory = new();

    [TestCase(TrainerNames.FastTree)]
    [TestCase(TrainerNames.LightGbm)]
    [TestCase(TrainerNames.Linear)]
    public void Train_SameTracesAndSeed_GivesTheSameBytes(string trainer)
    {
        TrainingTrace trace = SyntheticTraces.Mixed(5, 5_000);

        Assert.That(_factory.TrainToBytes(trainer, 9, trace), Is.EqualTo(_factory.TrainToBytes(trainer, 9, trace)));
    }

    [Test]
    public void Train_TwoTraces_NamesThemInTheModel()
    {
        TrainingTrace first = SyntheticTraces.Mixed(5, 1_000) with { UntilNs = 123, Share = 0.25 };
        TrainingTrace second = SyntheticTraces.Mixed(6, 1_000) with { UntilNs = 456 };
        using var folder = new TemporaryFolder();
        string path = folder.Write("m.json", _factory.TrainToBytes("linear", 42, first, second));

        IReadOnlyList<TrainedOn> seen = _factory.TrainedOn(_factory.Values(("trainer", "linear"), ("model", path)));

        Assert.That(seen, Is.EqualTo(new[] { new TrainedOn(first.Sha256, 123), new TrainedOn(second.Sha256, 456) }));
        TrainedModel model = ModelFile.Read(path);
        Assert.That(model.Traces.Select(t => t.Share), Is.EqualTo(new[] { 0.25, 1 }));
        Assert.That(model.Lengths.Counts.Sum(), Is.EqualTo(4000));
        Assert.That((model.Seed, model.Trainer, model.Fit.Rows, model.Fit.Periods), Is.EqualTo((42, "linear", 4000, 4000L)));
        Assert.That(model.MicrosoftMlVersion, Is.EqualTo("5.0.1"));
    }

    [Test]
    public void Train_WithATraceLeftOut_NamesItInTheModelAndHasNotSeenIt()
    {
        using var stream = new MemoryStream();
        var leftOut = new LeftOutTrace("held-out", new string('e', 64));

        _factory.Train([SyntheticTraces.Mixed(5, 1_000)], [leftOut], _factory.Values(("trainer", "linear")), 1, stream, CancellationToken.None);

        TrainedModel model = ModelFile.Parse(stream.ToArray());
        Assert.That(model.LeftOut, Is.EqualTo([leftOut]));
        Assert.That(model.Traces.Select(t => t.Sha256), Has.None.EqualTo(leftOut.Sha256));
    }

    [Test]
    public void Train_Done_TellsPeopleWhatItLearned()
    {
        using var stream = new MemoryStream();

        IReadOnlyList<string> lines = _factory.Train(
            [SyntheticTraces.Mixed(5, 5_000)], _factory.Values(), 1, stream, CancellationToken.None);

        Assert.That(lines[0], Is.EqualTo("fast-tree: 8 trees with 64 leaves, learned from 10000 of 10000 idle periods of 1 traces"));
        TrainingFit fit = ModelFile.Parse(stream.ToArray()).Fit;
        Assert.That(fit.RSquared, Is.InRange(0.7, 1));
        Assert.That(lines[1], Does.Contain($"R² {fit.RSquared.ToString("F3", CultureInfo.InvariantCulture)} "));
    }

    [Test]
    public void Train_TooFewPeriods_SaysHowManyItNeeds() =>
        Assert.That(
            () => _factory.TrainToBytes("linear", 1, SyntheticTraces.Mixed(5, 499)),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("ml-regression can't learn from 998 idle periods of 1 traces; it needs 1000 or more."));

    [Test]
    public void Train_NoTrace_SaysHowManyItNeeds() =>
        Assert.That(() => _factory.TrainToBytes("linear", 1), Throws.TypeOf<InvalidDataException>().With.Message.Contains("0 idle periods of 0 traces"));

    [Test]
    public void Train_Cancelled_StopsAndWritesNothing()
    {
        using var stream = new MemoryStream();

        Assert.That(
            () => _factory.Train([SyntheticTraces.Mixed(5, 5_000)], _factory.Values(), 1, stream, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(stream.Length, Is.Zero);
    }

    [Test]
    public void Collect_MoreThanTheMost_GivesEachTraceTheSameShare()
    {
        TrainingTrace small = SyntheticTraces.Mixed(5, 1_000);
        TrainingTrace large = SyntheticTraces.Mixed(6, 50_000);

        List<IdleRow> rows = TrainingRows.Collect([small, large], 10_000, 1, CancellationToken.None);
        List<IdleRow> ofSmall = TrainingRows.Collect([small], 10_000, 1, CancellationToken.None);

        // 2000 are all of the small one; 5000 ± 5 standard deviations are the large one's half.
        Assert.That(ofSmall, Has.Count.EqualTo(2_000));
        Assert.That(rows.Count - 2_000, Is.EqualTo(5_000).Within(350));
    }

    [Test]
    public void Collect_SampleOfAnAlternatingLoad_KeepsBothKinds()
    {
        TrainingTrace trace = SyntheticTraces.Of("alternating", Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? 4_000L : 300_000L));

        List<IdleRow> rows = TrainingRows.Collect([trace], 10_000, 1, CancellationToken.None);

        Assert.That(rows.Count(r => r.Label < 15) / (double)rows.Count, Is.EqualTo(0.5).Within(0.05));
    }
}
