using System.Text;

namespace Predictors.Traces.Readers.Text;

/// <summary>Shows a line in a message.</summary>
internal static class LineExcerpt
{
    private const int MaxCharacters = 120;

    /// <summary>The line's first 120 characters, those that would disturb a terminal replaced.</summary>
    public static string Of(ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, MaxCharacters)]);
        return string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
    }
}
