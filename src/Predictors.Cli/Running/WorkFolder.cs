namespace Predictors.Cli;

/// <summary>A folder beside a file that is to be written, for what is needed meanwhile; removed at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Creates it.</summary>
    /// <param name="besides">The file.</param>
    /// <exception cref="IOException">It can't be created; the message names the file.</exception>
    public WorkFolder(string besides)
    {
        string full = System.IO.Path.GetFullPath(besides);
        string parent = System.IO.Path.GetDirectoryName(full)!;
        if (!Directory.Exists(parent))
        {
            throw new IOException($"{besides}: the file can't be written: its directory does not exist.");
        }

        Path = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(full)}.{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
