namespace Predictors.Hosting;

/// <summary>
/// A copy of a directory with plugins: a build may write into the directory while its plugins are in use.
/// </summary>
internal sealed class ShadowCopy
{
    private static readonly string[] s_passedOver = ["obj", "ref", "refint"];

    private readonly string _copy;

    private ShadowCopy(string directory, string copy) => (Directory, _copy) = (directory, copy);

    /// <summary>The directory, as it was given.</summary>
    public string Directory { get; }

    /// <summary>Where its copy is.</summary>
    public string CopiedTo => _copy;

    /// <summary>Copies a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="copy">Where to: does not exist yet.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="IOException">Something in it can't be read, or vanished meanwhile.</exception>
    public static ShadowCopy Of(string directory, string copy)
    {
        Copy(new DirectoryInfo(directory), copy);
        return new ShadowCopy(directory, copy);
    }

    /// <summary>The path in the directory of a file in the copy.</summary>
    public string Original(string file) =>
        file.StartsWith(_copy, StringComparison.Ordinal) ? Directory.TrimEnd('/') + file[_copy.Length..] : file;

    private static void Copy(DirectoryInfo from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (DirectoryInfo folder in from.EnumerateDirectories().Where(d => d.LinkTarget is null && d.Name[0] != '.' && !s_passedOver.Contains(d.Name)))
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
