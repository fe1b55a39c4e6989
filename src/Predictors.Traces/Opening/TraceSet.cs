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
    /// <param name="paths">Files, guests in files (<c>file#guest</c>) and directories.</param>
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
            else if (File.Exists(GuestPath.Split(path, out _)))
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

    /// <summary>Puts each guest of a KVM host's recording in the recording's place, as <c>file#guest</c>.</summary>
    /// <param name="paths">Files.</param>
    /// <param name="options">What the files do not say of themselves.</param>
    /// <param name="whereNeeded">Whether only those recordings are taken apart that can't be read as one trace.</param>
    /// <returns>The files and guests.</returns>
    /// <exception cref="TraceFormatException">A file can't be read.</exception>
    public static IReadOnlyList<string> ExpandGuests(IEnumerable<string> paths, TraceFileOptions options, bool whereNeeded = false)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        var traces = new List<string>();
        foreach (string path in paths)
        {
            GuestPath.Split(path, out string? named);
            IReadOnlyList<RecordedGuest> guests = named is null ? TraceFile.Guests(path, options, notWithCpuIdle: whereNeeded) : [];
            traces.AddRange(guests.Count <= (whereNeeded ? 1 : 0) ? [path] : guests.Select(g => GuestPath.Join(path, g.Name)));
        }

        return traces;
    }

    /// <summary>The file of a trace.</summary>
    /// <param name="path">A file, or a guest in a file (<c>file#guest</c>).</param>
    public static string FileOf(string path) => GuestPath.Split(path, out _);

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
