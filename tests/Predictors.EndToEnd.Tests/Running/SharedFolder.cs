namespace Predictors.EndToEnd.Tests;

/// <summary>The large recordings that are kept beside the repository and not in it.</summary>
internal static class SharedFolder
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryProject.Root, "..", "shared"));

    /// <summary>A folder or file; the test is ignored where it is missing.</summary>
    public static string Find(string path)
    {
        string full = Path.Combine(Root, path);
        if (!Path.Exists(full))
        {
            Assert.Ignore($"../shared/{path} is not here.");
        }

        return full;
    }
}
