using System.Text;
using Predictors.Abstractions;

namespace Predictors.Reporting;

/// <summary>The names of enum members as outsiders see them: <c>next-timer</c>.</summary>
internal static class KebabText
{
    public static IEnumerable<string> Of(TraceColumns columns) =>
        Enum.GetValues<TraceColumns>().Where(c => c != TraceColumns.None && columns.HasFlag(c)).Select(c => Of(c.ToString()));

    public static string Of<T>(T member)
        where T : struct, Enum => Of(member.ToString());

    private static string Of(string pascal)
    {
        var kebab = new StringBuilder();
        foreach (char c in pascal)
        {
            if (char.IsAsciiLetterUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
