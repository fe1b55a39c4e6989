namespace Predictors.Traces.Tests.Conversion;

/// <summary>A folder of a test's own, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("predictors-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        string path = this[name];
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
