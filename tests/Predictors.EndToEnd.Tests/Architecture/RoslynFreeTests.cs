using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>Nothing that ships compiles C# at run time: no Roslyn assembly in the output of src, plugins and samples.</summary>
public sealed class RoslynFreeTests
{
    private const string Roslyn = "Microsoft.CodeAnalysis";

    private static IEnumerable<RepositoryProject> Shipped =>
        [.. RepositoryProject.In("src"), .. RepositoryProject.In("plugins"), .. RepositoryProject.In("samples")];

    [TestCaseSource(nameof(Shipped))]
    public void Output_OfWhatShips_HoldsNoRoslyn(object project)
    {
        string folder = ((RepositoryProject)project).OutputFolder;

        Assert.That(folder, Does.Exist, "build the solution first");
        Assert.That(Directory.GetFiles(folder, "*.deps.json"), Is.Not.Empty, "no list of dependencies to look into");
        Assert.That(RoslynIn(folder), Is.Empty);
    }

    [Test]
    public void Search_RoslynPlanted_IsFound()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("predictors-roslyn-");
        try
        {
            string below = folder.CreateSubdirectory("plugins/x").FullName;
            File.WriteAllText(Path.Combine(below, Roslyn + ".CSharp.dll"), string.Empty);
            File.WriteAllText(Path.Combine(below, "x.deps.json"), $$"""{ "libraries": { "{{Roslyn}}.Common/5.0.0": {}, "x/1.0.0": {} } }""");

            Assert.That(RoslynIn(folder.FullName), Is.EqualTo(
                [Path.Combine(below, Roslyn + ".CSharp.dll"), $"{Path.Combine(below, "x.deps.json")}: {Roslyn}.Common/5.0.0"]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> RoslynIn(string folder)
    {
        var found = new List<string>();
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name.StartsWith(Roslyn, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(file);
            }
            else if (name.EndsWith(".deps.json", StringComparison.Ordinal))
            {
                using JsonDocument dependencies = JsonDocument.Parse(File.ReadAllText(file));
                found.AddRange(dependencies.RootElement.GetProperty("libraries").EnumerateObject()
                    .Where(library => library.Name.StartsWith(Roslyn, StringComparison.OrdinalIgnoreCase))
                    .Select(library => $"{file}: {library.Name}"));
            }
        }

        return found;
    }
}
