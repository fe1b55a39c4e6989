using System.Text;

namespace Predictors.Reporting.Tests;

/// <summary>A reader written from the grammar of RFC 4180, section 2.</summary>
internal static class Rfc4180
{
    public static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            if (text[at] == ',')
            {
                at++;
                if (text[at] == '\r')
                {
                    row.Add(string.Empty);
                }
                else
                {
                    continue;
                }
            }

            Assert.That(text.Substring(at, 2), Is.EqualTo("\r\n"));
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        at++;
        while (text[at] != '"' || text[at + 1] == '"')
        {
            at += text[at] == '"' ? 1 : 0;
            field.Append(text[at++]);
        }

        at++;
        return field.ToString();
    }

    private static string Bare(string text, ref int at)
    {
        int start = at;
        while (text[at] is not (',' or '\r'))
        {
            at++;
        }

        return text[start..at];
    }
}
