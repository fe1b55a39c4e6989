namespace Predictors.Hosting.Tests;

/// <summary>A temporary directory of plugins, put together from the fixtures.</summary>
internal sealed class PluginDirectory : IDisposable
{
    private static readonly string s_fixtures = System.IO.Path.Combine(AppContext.BaseDirectory, "fixtures");

    public string Path { get; } = Directory.CreateTempSubdirectory("predictors-plugins-").FullName;

    /// <summary>The DLL of a fixture as it was built.</summary>
    public static string Fixture(string name) => System.IO.Path.Combine(s_fixtures, name, name + ".dll");

    public static PluginDirectory Of(params string[] fixtures)
    {
        var directory = new PluginDirectory();
        foreach (string fixture in fixtures)
        {
            directory.Add(fixture, fixture);
        }

        return directory;
    }

    public string FileOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Copies a fixture's output into a folder of the directory.</summary>
    public string Add(string fixture, params string[] folder)
    {
        string target = FileOf(folder);
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(System.IO.Path.Combine(s_fixtures, fixture)))
        {
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        }

        return System.IO.Path.Combine(target, fixture + ".dll");
    }

    public string Write(byte[] content, params string[] parts)
    {
        string file = FileOf(parts);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    public PluginCatalog Load() => PluginCatalog.Load([Path]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
