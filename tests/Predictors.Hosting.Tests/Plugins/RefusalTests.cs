using System.Text;
using Predictors.Abstractions;
using Predictors.IdlePath.Tests;

namespace Predictors.Hosting.Tests;

public sealed class RefusalTests
{
    private static readonly string s_running = Environment.Version.ToString(2);

    [Test]
    public void Load_Garbage_IsRefused([Values("", "garbage", "MZ", "\x7f" + "ELF\x02\x01\x01")] string content)
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Write(Encoding.Latin1.GetBytes(content), "Garbage", "Garbage.dll");

        ExpectRefused(directory, file, content.Length == 0 ? "is empty" : "is no .NET assembly, or a damaged one");
    }

    [Test]
    public void Load_TruncatedAnywhere_IsRefused([Values(0.02, 0.2, 0.5, 0.8, 0.9)] double share)
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        byte[] whole = File.ReadAllBytes(PluginDirectory.Fixture("ClassPredictors"));
        string file = directory.Write(whole[..(int)(whole.Length * share)], "ClassPredictors", "ClassPredictors.dll");

        PluginCatalog catalog = directory.Load();
        Assert.That(catalog.Refused.Select(r => r.File), Is.EqualTo([file]));
        Assert.That(catalog.Refused[0].Reason, Is.EqualTo("is no .NET assembly, or a damaged one")
            .Or.EqualTo("an assembly is damaged or not for this machine"));
        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_NewerFramework_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ClassPredictors", "ClassPredictors");
        Bytes.Replace(file, ".NETCoreApp,Version=v10.0"u8, ".NETCoreApp,Version=v99.0"u8);

        ExpectRefused(directory, file, $"is built for .NET 99.0; this host runs .NET {s_running}");
    }

    [Test]
    public void Load_DotNetFramework_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ClassPredictors", "ClassPredictors");
        Bytes.Replace(file, ".NETCoreApp,Version=v10.0"u8, ".NETFramework,Version=4.8"u8);

        ExpectRefused(directory, file, $"is built for .NET Framework 4.8; this host runs .NET {s_running}");
    }

    [Test]
    public void Load_NonsenseFramework_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ClassPredictors", "ClassPredictors");
        Bytes.Replace(file, ".NETCoreApp,Version=v10.0"u8, ".NETCoreApp,Version:v10.0"u8);

        ExpectRefused(directory, file, "is built for '.NETCoreApp,Version:v10.0', which is no target framework");
    }

    [Test]
    public void Load_NewerContract_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("NewerContract", "NewerContract");

        ExpectRefused(directory, file, "is built for revision 9.0 of Predictors.Abstractions; this host has revision 1.1; "
            + "build it against the Predictors.Abstractions package of this host's release");
    }

    [Test]
    public void Load_ContractCompiledIn_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("MergedContract", "MergedContract");

        ExpectRefused(directory, file, "has the contract's types compiled into itself; reference Predictors.Abstractions instead");
    }

    [Test]
    public void Load_ForeignContractCopy_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ClassPredictors", "ClassPredictors");
        string contract = typeof(IIdlePredictor).Assembly.Location;
        byte[] copy = Bytes.AnotherBuild(contract, typeof(IIdlePredictor).Module.ModuleVersionId);
        directory.Write(copy, "ClassPredictors", "Predictors.Abstractions.dll");

        ExpectRefused(directory, file,
            "ships a foreign copy of the contract, Predictors.Abstractions.dll; delete it, and build without -o (the host brings the contract)");
    }

    [Test]
    public void Load_TheHostsOwnContractBesideThePlugin_IsHarmless()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        File.Copy(typeof(IIdlePredictor).Assembly.Location, directory.FileOf("StructPredictor", "Predictors.Abstractions.dll"));
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.Empty);
        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_MissingDependency_IsRefusedBeforeItIsUsed()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("PrivateLibrary13", "PrivateLibrary13");
        File.Delete(directory.FileOf("PrivateLibrary13", "Newtonsoft.Json.dll"));

        ExpectRefused(directory, file, "needs Newtonsoft.Json 13.0.0.0, which is not there; "
            + "<EnableDynamicLoading>true</EnableDynamicLoading> in its project puts it beside the plugin");
    }

    [Test]
    public void Load_DamagedDependency_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("PrivateLibrary13", "PrivateLibrary13");
        byte[] whole = File.ReadAllBytes(directory.FileOf("PrivateLibrary13", "Newtonsoft.Json.dll"));
        directory.Write(whole[..(whole.Length / 2)], "PrivateLibrary13", "Newtonsoft.Json.dll");

        PluginCatalog catalog = directory.Load();
        Assert.That(catalog.Refused, Has.Member(new RefusedPlugin(file, null, "an assembly is damaged or not for this machine")));
        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["struct-predictor"]));
    }

    [Test]
    public void Load_UnreadableDependencyList_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ClassPredictors", "ClassPredictors");
        directory.Write("{"u8.ToArray(), "ClassPredictors", "ClassPredictors.deps.json");

        PluginCatalog catalog = directory.Load();
        Assert.That(catalog.Refused.Select(r => r.File), Is.EqualTo([file]));
        Assert.That(catalog.Refused[0].Reason, Does.StartWith("InvalidOperationException: Dependency resolution failed").And.Not.Contain("\n"));
        Assert.That(catalog.Predictors, Has.Count.EqualTo(1));
    }

    [Test]
    public void Load_ConstructionFaults_EachIsRefusedAndTheGoodOneGoesOn()
    {
        using PluginDirectory directory = PluginDirectory.Of("ConstructionFaults");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["good-among-bad"]));
        Assert.That(catalog.Refused.Select(r => $"{r.Predictor}: {r.Reason}"), Is.EqualTo(
        [
            "makes-nothing: ConstructionFaults.MakesNothing does not implement IPredictorFactory<TPredictor>, so it can make no predictor",
            "makes-two-kinds: ConstructionFaults.MakesTwoKinds makes 2 kinds of predictor (NeverPolls, NeverPollsEither); a factory makes one",
            "ConstructionFaults.NullDescription: its description is null",
            "ConstructionFaults.ThrowingConstructor: its constructor failed: InvalidOperationException: thrown in the constructor",
            "ConstructionFaults.ThrowingDescription: its description failed: ArgumentException: The predictor name 'Not Kebab Case' is not kebab-case: "
                + "use lower-case letters, digits and single hyphens, a letter first. (Parameter 'name')",
        ]));
    }

    [Test]
    public void Load_ModuleThrows_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("ThrowingModule", "ThrowingModule");

        ExpectRefused(directory, file, "its module ThrowingModule.Module failed: InvalidOperationException: thrown in Configure");
    }

    [Test]
    public void Load_ModuleWantsNewerServices_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("NewerServices", "NewerServices");

        ExpectRefused(directory, file,
            "is built for Microsoft.Extensions.DependencyInjection.Abstractions 11.0.0.0; this host shares its own 10.0.0.0 with plugins");
    }

    [Test]
    public void Load_ReferenceToTheHostsOwn_IsRefused()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        string file = directory.Add("HostInternals", "HostInternals");

        ExpectRefused(directory, file,
            "references Predictors.IdlePath, which is the host's own: a plugin uses Predictors.Abstractions only; what it needs beyond that, it brings itself");
    }

    [Test]
    public void Load_TestsBesideThePlugin_ArePassedOver()
    {
        using PluginDirectory directory = PluginDirectory.Of("StructPredictor");
        directory.Write(File.ReadAllBytes(typeof(RefusalTests).Assembly.Location), "Predictors.Hosting.Tests", "Predictors.Hosting.Tests.dll");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused, Is.Empty);
        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["struct-predictor"]));
    }

    [TestCase("MyRule.csproj")]
    [TestCase("MyRule.slnx")]
    public void Load_FolderOfSources_SaysToBuildFirst(string file)
    {
        using var directory = new PluginDirectory();
        directory.Write([], file);

        Assert.That(
            directory.Load().Refused.Select(r => r.Reason),
            Is.EqualTo(["holds no plugin: no DLL in it references Predictors.Abstractions; build it first: dotnet build -c Release"]));
    }

    [Test]
    public void Load_NameOfAnotherPluginsPredictor_TheFirstDirectoryWins()
    {
        using PluginDirectory first = PluginDirectory.Of("StructPredictor");
        using PluginDirectory second = PluginDirectory.Of("DuplicateName");
        PluginCatalog catalog = PluginCatalog.Load([first.Path, second.Path]);

        Assert.That(catalog.Predictors.Select(p => p.File), Is.EqualTo([first.FileOf("StructPredictor", "StructPredictor.dll")]));
        Assert.That(catalog.Refused.Select(r => r.ToString()), Is.EqualTo(
        [
            $"{second.FileOf("DuplicateName", "DuplicateName.dll")}: struct-predictor: "
                + $"{first.FileOf("StructPredictor", "StructPredictor.dll")} already brings a predictor of this name; give it another one in its description",
        ]));
    }

    // Every case has a good plugin beside it, which must go on.
    private static void ExpectRefused(PluginDirectory directory, string file, string reason)
    {
        PluginCatalog catalog = directory.Load();
        Assert.That(catalog.Refused, Is.EqualTo([new RefusedPlugin(file, null, reason)]));
        Assert.That(catalog.Predictors.Select(p => p.Description.Name), Is.EqualTo(["struct-predictor"]));
    }
}
