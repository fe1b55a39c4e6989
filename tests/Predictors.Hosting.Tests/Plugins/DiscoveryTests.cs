using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Predictors.Hosting.Tests;

public sealed class DiscoveryTests
{
    [Test]
    public void Load_BuildOutputGivenItself_IsSearched()
    {
        using var directory = new PluginDirectory();
        directory.Add("StructPredictor", "bin", "Release", "net10.0");

        Assert.That(Names(PluginCatalog.Load([directory.FileOf("bin", "Release", "net10.0")])), Is.EqualTo(["struct-predictor"]));
        Assert.That(Names(PluginCatalog.Load([directory.FileOf("bin")])), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_RelativeDirectory_IsFoundFromTheCurrentOne()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        PluginCatalog catalog = PluginCatalog.Load([Path.GetRelativePath(Environment.CurrentDirectory, directory.Path)]);

        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
        Assert.That(catalog.Predictors[0].File, Does.StartWith(".."), "the file is named as the user named its directory");
    }

    [Test]
    public void Load_SameBuildTwice_IsTakenOnce()
    {
        using var directory = new PluginDirectory();
        directory.Add("StructPredictor", "bin", "net10.0");
        directory.Add("StructPredictor", "bin", "net10.0", "publish");
        PluginCatalog catalog = directory.Load();

        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
        Assert.That(catalog.Refused, Is.Empty);
    }

    [Test]
    public void Load_TwoBuildsOfOnePlugin_TheSecondIsRefused()
    {
        using var directory = new PluginDirectory();
        string debug = directory.Add("StructPredictor", "bin", "Debug");
        string release = directory.Add("StructPredictor", "bin", "Release");
        File.WriteAllBytes(release, Bytes.AnotherBuild(release, MvidOf(release)));
        PluginCatalog catalog = directory.Load();

        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
        Assert.That(catalog.Refused, Is.EqualTo(
            [new RefusedPlugin(release, null, $"is another build of StructPredictor, which was found first at {debug}; keep one of them")]));
    }

    [Test]
    public void Load_BuildLeftovers_ArePassedOver([Values("obj", "ref", "refint", "runtimes", ".hidden")] string folder)
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        directory.Write([1, 2, 3], folder, "Broken.dll");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.Empty);
        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_PluginThatAnotherOneReferences_IsItsDependency()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        File.Copy(PluginDirectory.Fixture("ClassPredictors"), directory.FileOf("StructPredictor", "ClassPredictors.dll"));

        Assert.That(Names(directory.Load()), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_PluginsWithoutDependencyLists_AllOfAFolderAreFound()
    {
        using var directory = new PluginDirectory();
        File.Copy(PluginDirectory.Fixture("ClassPredictors"), directory.FileOf("ClassPredictors.dll"));
        File.Copy(PluginDirectory.Fixture("StructPredictor"), directory.FileOf("StructPredictor.dll"));

        Assert.That(Names(directory.Load()), Is.EqualTo(["last-idle", "struct-predictor"]));
    }

    [Test]
    public void Load_HostAssemblies_AreNoPlugins()
    {
        using var directory = new PluginDirectory();
        string[] notTheHosts = ["Predictors.Hosting.Tests", "Predictors.Plugins."];
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "Predictors.*.dll"))
        {
            if (notTheHosts.Any(n => Path.GetFileName(file).StartsWith(n, StringComparison.Ordinal)))
            {
                continue;
            }

            File.Copy(file, directory.FileOf(Path.GetFileName(file)));
        }

        Assert.That(Directory.GetFiles(directory.Path), Has.Length.GreaterThanOrEqualTo(6));
        Assert.That(directory.Load().Refused, Is.EqualTo(
            [new RefusedPlugin(directory.Path, null, "holds no plugin: no DLL in it references Predictors.Abstractions")]));
    }

    [Test]
    public void Load_NamesakeOfItsFolderWithoutContract_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string library = Path.Combine(Path.GetDirectoryName(PluginDirectory.Fixture("PrivateLibrary13"))!, "Newtonsoft.Json.dll");
        string file = directory.Write(File.ReadAllBytes(library), "Newtonsoft.Json", "Newtonsoft.Json.dll");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.EqualTo([new RefusedPlugin(file, null, "is no plugin: it does not reference Predictors.Abstractions")]));
        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_EmptyOrMissingDirectory_IsRefusedAndTheOthersGoOn()
    {
        using PluginDirectory good = PluginDirectory.Of("StructPredictor");
        using var empty = new PluginDirectory();
        PluginCatalog catalog = PluginCatalog.Load([empty.Path, empty.FileOf("nowhere"), good.Path]);

        Assert.That(catalog.Refused, Is.EqualTo(
        [
            new RefusedPlugin(empty.Path, null, "holds no plugin: no DLL in it references Predictors.Abstractions"),
            new RefusedPlugin(empty.FileOf("nowhere"), null, "there is no such directory"),
        ]));
        Assert.That(Names(catalog), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_LinkToAFolder_IsNotFollowed()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        using PluginDirectory elsewhere = PluginDirectory.Of("ClassPredictors");
        Directory.CreateSymbolicLink(directory.FileOf("up"), directory.Path);
        Directory.CreateSymbolicLink(directory.FileOf("elsewhere"), elsewhere.Path);

        Assert.That(Names(directory.Load()), Is.EqualTo(["struct-predictor"]));
    }

    private static IEnumerable<string> Names(PluginCatalog catalog) => catalog.Predictors.Select(p => p.Description.Name);

    private static Guid MvidOf(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
