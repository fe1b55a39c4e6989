namespace Predictors.Traces;

/// <summary>The trace files that somebody named.</summary>
public static class TraceSet
{
    private static readonly string[] NoTraceEndings = [".md", ".json", ".part"];
    private static readonly string[] NoTraceNames = ["README", "MANIFEST", "LICENSE"];

    /// <summary>
    /// Puts the files of a directory in its place: in ordinal order of their names, without hidden files, <c>README*</c>,
    /// <c>MANIFEST*</c>, <c>LICENSE*</c>, <c>*.md</c>, <c>*.json</c> and <c>*.part</c>; its subdirectories are left out.
    /// </summary>
    /// <param name="paths">Files and directories.</param>
    /// <returns>Files.</returns>
    /// <exception cref="TraceFormatException">A path does not exist, or a directory can't be read or holds no trace.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new List<string>();
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(TracesIn(path));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                throw new TraceFormatException(path, null, "There is no such file or directory.");
            }
        }

        return files;
    }

    private static List<string> TracesIn(string directory)
    {
        List<string> files;
        try
        {
            files = [.. Directory.EnumerateFiles(directory).Where(MayBeTrace)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TraceFormatException(directory, null, $"The directory can't be read: {error.Message}", error);
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count > 0
            ? files
            : throw new TraceFormatException(directory, null, "The directory holds no trace (subdirectories are not searched).");
    }

    private static bool MayBeTrace(string path)
    {
        string name = Path.GetFileName(path);
        return name[0] != '.'
            && !Array.Exists(NoTraceNames, n => name.StartsWith(n, StringComparison.OrdinalIgnoreCase))
            && !Array.Exists(NoTraceEndings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}
