namespace Predictors.IdlePath.Tests;

/// <summary>The large recordings that are kept beside the repository and not in it.</summary>
internal static class SharedRecordings
{
    /// <summary>The files of a folder that match a pattern, by name; ignores the test where the folder is missing.</summary>
    public static string[] Find(string folder, string pattern)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Predictors.sln")))
        {
            root = root.Parent;
        }

        string path = Path.Combine(root?.Parent?.FullName ?? ".", "shared", folder);
        if (!Directory.Exists(path))
        {
            Assert.Ignore($"The recordings in ../shared/{folder} are not here: {path}.");
        }

        return [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)];
    }
}
