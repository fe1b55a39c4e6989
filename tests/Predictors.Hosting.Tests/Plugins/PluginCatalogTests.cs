using Predictors.Abstractions;

namespace Predictors.Hosting.Tests;

public sealed class PluginCatalogTests
{
    [Test]
    public void Load_StructPredictor_IsFoundWithTheStructItself()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.Empty);
        PluginPredictor predictor = catalog.Find("struct-predictor");
        Assert.Multiple(() =>
        {
            Assert.That(predictor.File, Is.EqualTo(directory.FileOf("StructPredictor", "StructPredictor.dll")));
            Assert.That(predictor.PredictorType.FullName, Is.EqualTo("StructPredictor.Window"));
            Assert.That(predictor.PredictorType.IsValueType);
            Assert.That(predictor.Description.Parameters, Has.Count.EqualTo(6));
            Assert.That(PollNs(predictor, 1), Is.EqualTo([50_000]));
        });
    }

    [Test]
    public void Load_ClassPredictor_WorksThroughTheAdapter()
    {
        using PluginDirectory directory = PluginDirectory.Of("ClassPredictors");
        PluginPredictor predictor = directory.Load().Find("last-idle");

        Assert.That(predictor.PredictorType, Is.EqualTo(typeof(ClassPredictor)));
        Assert.That(PollNs(predictor, 3), Is.EqualTo([0, 1000, 2000]));
    }

    [Test]
    public void Load_TwoPrivateVersionsOfOneLibrary_EachSeesItsOwn()
    {
        using PluginDirectory directory = PluginDirectory.Of("PrivateLibrary12", "PrivateLibrary13");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.Empty);
        Assert.That(catalog.Predictors.Select(p => p.Description.Summary), Is.EqualTo(
            ["Sees 12.0.0.0, and it works: [12].", "Has no module, and sees 8.0.0.0.", "Sees 13.0.0.0, and it works: [13]."]));
    }

    [Test]
    public void Load_OnePluginIsDamaged_TheOthersGoOn()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor", "ClassPredictors", "RunTimeFaults");
        directory.Write([], "Empty", "Empty.dll");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(
            ["last-idle", "absurd-window", "negative-window", "throws-in-create", "throws-in-observe", "throws-in-predict", "struct-predictor"]));
        Assert.That(catalog.Refused, Is.EqualTo([new RefusedPlugin(directory.FileOf("Empty", "Empty.dll"), null, "is empty")]));
    }

    [Test]
    public void Load_Twice_GivesTheSameOrder()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor", "ClassPredictors", "ConstructionFaults", "RunTimeFaults");
        PluginCatalog first = directory.Load();
        PluginCatalog second = directory.Load();

        Assert.That(second.Predictors.Select(p => p.Description.Name), Is.EqualTo(first.Predictors.Select(p => p.Description.Name)));
        Assert.That(second.Refused, Is.EqualTo(first.Refused));
    }

    [Test]
    public void Load_RunTimeFaults_AreLeftToTheReplay()
    {
        using PluginDirectory directory = PluginDirectory.Of("RunTimeFaults");
        PluginCatalog catalog = directory.Load();

        Assert.Multiple(() =>
        {
            Assert.That(catalog.Refused, Is.Empty);
            Assert.That(PollNs(catalog.Find("negative-window"), 4), Is.EqualTo([0, 0, 0, -1]));
            Assert.That(PollNs(catalog.Find("absurd-window"), 4), Is.EqualTo([0, 0, 0, PollWindow.MaxNs + 1]));
            Assert.That(() => PollNs(catalog.Find("throws-in-create"), 1), Throws.InvalidOperationException.With.Message.EqualTo("thrown in Create"));
            Assert.That(() => PollNs(catalog.Find("throws-in-predict"), 4), Throws.InvalidOperationException.With.Message.EqualTo("thrown in PredictPollNs"));
            Assert.That(() => PollNs(catalog.Find("throws-in-observe"), 4), Throws.InvalidOperationException.With.Message.EqualTo("thrown in\nObserve"));
        });
    }

    [Test]
    public void Find_MistypedName_NamesTheNearest()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor", "ClassPredictors");
        PluginCatalog catalog = directory.Load();

        Assert.That(() => catalog.Find("struct-predicter"), Throws.TypeOf<SpecException>().With.Message.EqualTo(
            "There is no predictor 'struct-predicter'; did you mean 'struct-predictor'?"));
        Assert.That(() => catalog.Find("quantum"), Throws.TypeOf<SpecException>().With.Message.EqualTo(
            "There is no predictor 'quantum'; there are last-idle, struct-predictor."));
    }

    [TestCase("makes-nothing")]
    [TestCase("what-a-refused-one-may-have-brought")]
    public void Find_RefusedPredictor_NamesTheFile(string name)
    {
        using PluginDirectory directory = PluginDirectory.Of("ConstructionFaults");

        Assert.That(() => directory.Load().Find(name), Throws.TypeOf<RefusedPredictorException>().With.Message.EqualTo(
            $"There is no predictor '{name}' among those that could be loaded: {directory.FileOf("ConstructionFaults", "ConstructionFaults.dll")} was refused."));
    }

    [Test]
    public void Find_MistypedNameBesideARefusedPlugin_NamesTheNearest()
    {
        using PluginDirectory directory = PluginDirectory.Of("ConstructionFaults");

        Assert.That(() => directory.Load().Find("good-among-bat"), Throws.TypeOf<SpecException>().With.Message.EqualTo(
            "There is no predictor 'good-among-bat'; did you mean 'good-among-bad'?"));
    }

    private static List<long> PollNs(PluginPredictor predictor, int periods) =>
        ((Probe)Activator.CreateInstance(typeof(Probe<>).MakeGenericType(predictor.PredictorType))!).PollNs(predictor, periods);

    private abstract class Probe
    {
        public abstract List<long> PollNs(PluginPredictor predictor, int periods);
    }

    private sealed class Probe<T> : Probe
        where T : struct, IIdlePredictor
    {
        public override List<long> PollNs(PluginPredictor predictor, int periods)
        {
            T instance = ((IPredictorFactory<T>)predictor.Factory).Create(ParameterValues.Parse(predictor.Description), 0);
            var windows = new List<long>();
            for (int i = 1; i <= periods; i++)
            {
                windows.Add(instance.PredictPollNs(new IdleEntry { NowNs = i * 10_000 }));
                instance.Observe(new IdleExit { IdleNs = i * 1000 });
            }

            return windows;
        }
    }
}
