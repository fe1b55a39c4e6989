namespace Predictors.Hosting.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PluginWatchTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly PluginDirectory _directory = PluginDirectory.Of("StructPredictor");
    private readonly CancellationTokenSource _patience = new(s_patience);

    public void Dispose()
    {
        _directory.Dispose();
        _patience.Dispose();
    }

    [Test]
    public void Load_AfterABrokenBuildAndADeletion_KeepsTheOldVersionAndSaysWhy()
    {
        string file = _directory.FileOf("StructPredictor", "StructPredictor.dll");
        using var watch = new PluginWatch([], [_directory.Path]);
        Assert.That(Names(watch.Load()), Is.EqualTo(["struct-predictor"]));
        Assert.That(watch.Messages, Is.Empty);

        // As a build does that writes beside and renames.
        File.WriteAllText(file + ".new", "broken");
        File.Move(file + ".new", file, overwrite: true);
        watch.WaitForChange(_patience.Token);
        PluginCatalog broken = watch.Load();
        Assert.That(Names(broken), Is.EqualTo(["struct-predictor"]));
        Assert.That(broken.Refused, Is.Empty);
        Assert.That(watch.Messages.Single(), Does.StartWith(file).And.Contain("stays in its old version: is no .NET assembly"));

        File.Delete(file);
        watch.WaitForChange(_patience.Token);
        Assert.That(Names(watch.Load()), Is.EqualTo(["struct-predictor"]));
        Assert.That(watch.Messages.Single(), Does.Contain("the file is gone"));
    }

    [Test]
    public void Load_AfterANewBuild_HasItAndItsFileIsTheWatchedOne()
    {
        using var watch = new PluginWatch([], [_directory.Path]);
        PluginPredictor old = watch.Load().Predictors.Single();

        string added = _directory.Add("ClassPredictors", "ClassPredictors");
        watch.WaitForChange(_patience.Token);
        PluginCatalog catalog = watch.Load();

        Assert.That(Names(catalog), Is.SupersetOf(["struct-predictor"]).And.Length.GreaterThan(1));
        Assert.That(catalog.Predictors.Select(p => p.File), Does.Contain(added));
        Assert.That(catalog.Predictors.Single(p => p.Description.Name == "struct-predictor").PredictorType, Is.Not.EqualTo(old.PredictorType), "it was loaded anew");
    }

    [Test]
    public void Watch_MissingDirectory_NamesIt() =>
        Assert.That(() => new PluginWatch([], ["/nowhere/at/all"]), Throws.TypeOf<IOException>().With.Message.StartWith("/nowhere/at/all"));

    private static string[] Names(PluginCatalog catalog) => [.. catalog.Predictors.Select(p => p.Description.Name)];
}
