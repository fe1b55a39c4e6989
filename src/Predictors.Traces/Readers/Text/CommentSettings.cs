using System.Text;

namespace Predictors.Traces.Readers.Text;

/// <summary>Reads <c>name=value</c> words from the comment lines before a recording's first event.</summary>
internal static class CommentSettings
{
    private const int MaxSettings = 256;

    /// <summary>Reads the settings; of two with one name the first counts.</summary>
    public static Dictionary<string, string> Read(ReadOnlyMemory<byte> head)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        Utf8Lines lines = TextHead.Lines(head);
        while (lines.TryRead(out ReadOnlySpan<byte> line) && (line.IsEmpty || line[0] == '#'))
        {
            string[] words = Encoding.UTF8.GetString(line).Split([' ', '\t', '#'], StringSplitOptions.RemoveEmptyEntries);
            for (int i = 0; i < words.Length && settings.Count < MaxSettings; i++)
            {
                int sign = words[i].IndexOf('=', StringComparison.Ordinal);
                if (sign > 0 && sign < words[i].Length - 1 && char.IsAsciiLetter(words[i][0]))
                {
                    settings.TryAdd(words[i][..sign], Resolve(words[i][(sign + 1)..], words.AsSpan(i + 1)));
                }
            }
        }

        return settings;
    }

    // "cap_halt_poll=-1 (-1: host default 200000)" says that the value is 200000.
    private static string Resolve(string value, ReadOnlySpan<string> next) =>
        next.Length >= 4 && next[0] == $"({value}:" && next[1] == "host" && next[2] == "default" && next[3].EndsWith(')')
            ? next[3][..^1]
            : value;
}
