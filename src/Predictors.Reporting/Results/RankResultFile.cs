using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>Reads what <c>rank --json</c> wrote.</summary>
public static class RankResultFile
{
    private const long MaxBytes = 1L << 28;

    // From here on the serializer names members of the file, before that a type of ours.
    private const string Lacks = "missing required properties including: ";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="InvalidDataException">It is no such file; the message names it, the place and what is wrong.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static RankResult Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            return file.Length <= MaxBytes
                ? Parse(file, path)
                : throw new InvalidDataException($"{path}: {file.Length} bytes; a result has at most {MaxBytes}.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{path}: can't be read: {(Directory.Exists(path) ? "it is a directory" : "permission denied")}.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{path}: there is no such file.", e);
        }
    }

    private static string Reason(JsonException e)
    {
        string sentence = e.Message.Split(" Path:")[0];
        int lacks = sentence.IndexOf(Lacks, StringComparison.Ordinal);
        return lacks < 0 ? sentence : $"it lacks {sentence[(lacks + Lacks.Length)..]}";
    }

    private static RankResult Parse(FileStream file, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(file, RankResultJson.Default.RankResult)
                ?? throw new InvalidDataException($"{path}: expected a result of 'rank --json', found null.");
        }
        catch (JsonException e)
        {
            // The serializer's own text names types of ours; its first sentence says what was met.
            string place = e.LineNumber is { } line ? $", line {line + 1}" : string.Empty;
            throw new InvalidDataException($"{path}{place}: no result of 'rank --json': {Reason(e)}", e);
        }
    }
}
