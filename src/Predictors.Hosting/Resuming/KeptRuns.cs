using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Predictors.Hosting;

/// <summary>
/// What a sweep has done so far, as text: a first line that says what this is, then a line for each trace, with the SHA-256 of the rest of the
/// line in front, so that damage is seen.
/// </summary>
public sealed class KeptRuns
{
    private const string FirstLine = "predictors: kept runs, format 1";
    private const int HashDigits = 64;

    private readonly Dictionary<string, KeptTrace> _traces = new(StringComparer.Ordinal);
    private readonly HashSet<(string Trace, string Contender)> _fresh = [];

    /// <summary>Reads what was written.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <returns>What is kept in it.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or it is damaged; the message names it and the line.</exception>
    public static KeptRuns Read(string file, TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.ReadLine() is var first && first != FirstLine)
        {
            throw new InvalidDataException($"{file}, line 1: expected '{FirstLine}': it is no file of --resume, and is left as it is.");
        }

        var kept = new KeptRuns();
        for (int line = 2; text.ReadLine() is { } content; line++)
        {
            KeptTrace trace = Parse(content)
                ?? throw new InvalidDataException($"{file}, line {line}: damaged: its hash does not fit it. Delete the line, or the file, to run its rows again.");
            kept._traces[trace.Key] = trace;
        }

        return kept;
    }

    /// <summary>Writes all of it.</summary>
    /// <param name="text">Where to.</param>
    public void Write(TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Write(FirstLine + "\n");
        foreach (KeptTrace trace in _traces.Values)
        {
            string json = JsonSerializer.Serialize(trace, KeptTraceJson.Default.KeptTrace);
            text.Write($"{HashOf(json)} {json}\n");
        }
    }

    internal KeptTrace? Find(string key) => _traces.GetValueOrDefault(key);

    /// <summary>Whether what is kept of a contender on a trace was added since it was read.</summary>
    internal bool IsFresh(string trace, string contender) => _fresh.Contains((trace, contender));

    internal void Keep(KeptTrace trace, IEnumerable<string> fresh)
    {
        _traces[trace.Key] = trace;
        _fresh.UnionWith(fresh.Select(contender => (trace.Key, contender)));
    }

    private static KeptTrace? Parse(string line)
    {
        if (line.Length <= HashDigits || line[HashDigits] != ' ' || HashOf(line[(HashDigits + 1)..]) != line[..HashDigits])
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(line[(HashDigits + 1)..], KeptTraceJson.Default.KeptTrace);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
