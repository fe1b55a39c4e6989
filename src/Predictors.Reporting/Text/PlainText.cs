using System.Text;

namespace Predictors.Reporting;

/// <summary>Text from files and plugins, made harmless for a terminal.</summary>
internal static class PlainText
{
    /// <summary>Replaces control characters, which could steer the reader's terminal, by a question mark.</summary>
    public static string Of(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            plain.Append(char.IsControl(c) ? '?' : c);
        }

        return plain.ToString();
    }
}
