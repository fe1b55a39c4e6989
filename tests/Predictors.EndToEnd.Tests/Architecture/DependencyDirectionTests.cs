using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Predictors.EndToEnd.Tests;

/// <summary>Arrows point one way: Cli -> Reporting, Hosting -> Ranking -> IdlePath -> Traces -> Abstractions; plugins see Abstractions only.</summary>
public sealed class DependencyDirectionTests
{
    private static readonly string[] s_contracts = ["Predictors.Abstractions", "Predictors.Abstractions.DependencyInjection"];

    private static readonly Dictionary<string, string[]> s_mayReferTo = new(StringComparer.Ordinal)
    {
        ["Predictors.Abstractions"] = [],
        ["Predictors.Abstractions.DependencyInjection"] = ["Predictors.Abstractions"],
        ["Predictors.Traces"] = ["Predictors.Abstractions"],
        ["Predictors.IdlePath"] = ["Predictors.Abstractions", "Predictors.Traces"],
        ["Predictors.Ranking"] = ["Predictors.Abstractions", "Predictors.Traces", "Predictors.IdlePath"],
        ["Predictors.Reporting"] = ["Predictors.Abstractions", "Predictors.Traces", "Predictors.IdlePath", "Predictors.Ranking"],
        ["Predictors.Hosting"] = [.. s_contracts, "Predictors.Traces", "Predictors.IdlePath", "Predictors.Ranking"],
        ["Predictors.Templates"] = [],
        ["Predictors.Cli"] =
            [.. s_contracts, "Predictors.Traces", "Predictors.IdlePath", "Predictors.Ranking", "Predictors.Reporting", "Predictors.Hosting"],
    };

    private static IReadOnlyList<RepositoryProject> Source => RepositoryProject.In("src");

    private static IReadOnlyList<RepositoryProject> Plugins => RepositoryProject.In("plugins");

    [Test]
    public void Source_Projects_AllHaveAPlace() =>
        Assert.That(Source.Select(p => p.Name), Is.EquivalentTo(s_mayReferTo.Keys));

    [TestCaseSource(nameof(Source))]
    public void Source_Project_RefersOnlyToWhatIsBelow(object project) =>
        ExpectOnly((RepositoryProject)project, s_mayReferTo[((RepositoryProject)project).Name]);

    [Test]
    public void Plugins_Projects_SeeTheContractOnly()
    {
        foreach (RepositoryProject plugin in Plugins)
        {
            ExpectOnly(plugin, s_contracts);
            Assert.That(Directory.GetFiles(plugin.OutputFolder, "Predictors.Abstractions*.dll"), Is.Empty, "the host brings the contract");
        }
    }

    [Test]
    public void Contract_ReferencesTheBaseClassLibraryOnly()
    {
        RepositoryProject contract = Source.Single(p => p.Name == "Predictors.Abstractions");

        Assert.That(AssemblyReferences(contract), Is.Not.Empty.And.All.StartsWith("System."));
    }

    private static void ExpectOnly(RepositoryProject project, string[] allowed)
    {
        Assert.Multiple(() =>
        {
            Assert.That(project.ProjectsBelow(), Is.SubsetOf(allowed), $"project references of {project}");
            Assert.That(AssemblyReferences(project).Where(IsOurs), Is.SubsetOf(allowed), $"assembly references of {project}");
        });
    }

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("Predictors.", StringComparison.Ordinal) || assembly == "predictors";

    private static List<string> AssemblyReferences(RepositoryProject project)
    {
        Assert.That(project.Assembly, Does.Exist, "build the solution first");
        using var image = new PEReader(File.OpenRead(project.Assembly));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
