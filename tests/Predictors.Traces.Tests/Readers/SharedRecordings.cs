namespace Predictors.Traces.Tests.Readers;

/// <summary>The recordings that stand beside the repository.</summary>
internal static class SharedRecordings
{
    /// <summary>Finds one, or skips the test.</summary>
    public static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Predictors.sln")))
            {
                string path = Path.Combine(folder.Parent!.FullName, "shared", name);
                if (File.Exists(path))
                {
                    return path;
                }

                break;
            }
        }

        Assert.Ignore($"../shared/{name} is not beside the repository.");
        return "";
    }
}
