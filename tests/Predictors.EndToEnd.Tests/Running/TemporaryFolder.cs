namespace Predictors.EndToEnd.Tests;

/// <summary>A folder of one test, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("predictors-end-to-end-");

    public string FullName => _folder.FullName;

    /// <summary>The names of what is in it, hidden files too.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(f => f.Name);

    public string this[string name] => Path.Combine(FullName, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
