namespace Predictors.IdlePath.Tests;

/// <summary>Files of the repository in which the tests were built.</summary>
internal static class RepositoryFile
{
    private static readonly string s_root = Root();

    public static string At(string path) => Path.Combine(s_root, path);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Predictors.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
