using System.Xml.Linq;

namespace Predictors.EndToEnd.Tests;

/// <summary>A project of this repository, read from its file and from its output.</summary>
internal sealed record RepositoryProject(string File)
{
    public static string Root { get; } = FindRoot();

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Where a build with the configuration of this test puts the project.</summary>
    public string OutputFolder => Path.Combine(
        Path.GetDirectoryName(File)!, Path.GetRelativePath(Path.Combine(Root, "tests", "Predictors.EndToEnd.Tests"), AppContext.BaseDirectory));

    /// <summary>The assembly is named as the project, except for the command.</summary>
    public string Assembly => Path.Combine(OutputFolder, (Name == "Predictors.Cli" ? "predictors" : Name) + ".dll");

    /// <summary>The projects of one of the repository's folders, each in a folder of its own name, in ordinal order.</summary>
    public static IReadOnlyList<RepositoryProject> In(string folder)
    {
        string path = Path.Combine(Root, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.GetDirectories(path).Select(d => Path.Combine(d, Path.GetFileName(d) + ".csproj"))
                .Where(System.IO.File.Exists).Order(StringComparer.Ordinal).Select(f => new RepositoryProject(f))];
    }

    /// <summary>The projects that this one refers to, directly and through others.</summary>
    public IReadOnlySet<string> ProjectsBelow()
    {
        var below = new SortedSet<string>(StringComparer.Ordinal);
        Add(this);
        return below;

        void Add(RepositoryProject project)
        {
            foreach (RepositoryProject reference in project.References().Where(r => below.Add(r.Name)))
            {
                Add(reference);
            }
        }
    }

    public override string ToString() => Name;

    private IEnumerable<RepositoryProject> References()
    {
        for (DirectoryInfo? folder = Directory.GetParent(File); folder is not null && folder.FullName.Length >= Root.Length; folder = folder.Parent)
        {
            string props = Path.Combine(folder.FullName, "Directory.Build.props");
            foreach (RepositoryProject reference in System.IO.File.Exists(props) ? ReferencesIn(props) : [])
            {
                yield return reference;
            }
        }

        foreach (RepositoryProject reference in ReferencesIn(File))
        {
            yield return reference;
        }
    }

    private IEnumerable<RepositoryProject> ReferencesIn(string file) =>
        XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")?.Value.Replace("$(RepositoryRoot)", Root + "/", StringComparison.Ordinal))
            .OfType<string>()
            .Select(path => new RepositoryProject(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File)!, path.Replace('\\', '/')))));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Predictors.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Predictors.sln.");
    }
}
