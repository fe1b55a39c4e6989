using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class MlRegressionFactoryTests
{
    private readonly MlRegressionFactory _factory = new();

    [TestCase(TrainerNames.FastTree)]
    [TestCase(TrainerNames.LightGbm)]
    [TestCase(TrainerNames.Linear)]
    public void Create_NoModelNamed_TakesTheOneThatIsShippedForTheTrainer(string trainer)
    {
        ParameterValues values = _factory.Values(("trainer", trainer));

        long[] windowsNs = TestFactory.Decide(_factory.Create(values, 0), SyntheticTraces.Mixed(8, 2_000).Vcpus[0]);

        Assert.That(windowsNs, Has.Some.Zero.And.Some.Positive);
        Assert.That(_factory.TrainedOn(values), Is.Not.Empty);
        Assert.That(ModelFile.Read(Shipped(trainer)).Trainer, Is.EqualTo(trainer));
    }

    [Test]
    public void Create_ModelOfAnotherTrainer_SaysWhatToSet() =>
        Assert.That(
            () => _factory.Create(_factory.Values(("model", Shipped("linear"))), 0),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
                $"{Shipped("linear")} holds a model of trainer linear, but trainer is fast-tree: set trainer=linear."));

    [Test]
    public void TrainedOn_MissingModel_SaysWhich() =>
        Assert.That(
            () => _factory.TrainedOn(_factory.Values(("model", "no/such/model.json"))),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(Path.Combine("no", "such", "model.json")));

    [Test]
    public void TrainedOn_ModelFileWrittenAnew_TellsOfTheNewOne()
    {
        using var folder = new TemporaryFolder();
        TrainingTrace trace = SyntheticTraces.Mixed(5, 1_000);
        string path = folder.Write("m.json", _factory.TrainToBytes("linear", 1, trace with { UntilNs = 1 }));
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        ParameterValues values = _factory.Values(("trainer", "linear"), ("model", path));
        long before = _factory.TrainedOn(values)[0].UntilNs;

        folder.Write("m.json", _factory.TrainToBytes("linear", 1, trace with { UntilNs = 2 }));

        Assert.That((before, _factory.TrainedOn(values)[0].UntilNs), Is.EqualTo((1, 2)));
    }

    [Test]
    public void DecisionCostNs_Trees_CostMoreThanALinearModel()
    {
        long trees = _factory.DecisionCostNs(_factory.Values());
        long linear = _factory.DecisionCostNs(_factory.Values(("trainer", "linear")));

        Assert.That((linear, trees), Is.EqualTo((17, 100)));
    }

    private static string Shipped(string trainer) =>
        Path.Combine(TestContext.CurrentContext.TestDirectory, $"model.{trainer}.json");
}
