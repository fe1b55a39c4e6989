using System.Text.RegularExpressions;

namespace Predictors.Reporting;

/// <summary>Makes an SVG independent of the process and the machine that drew it.</summary>
internal static partial class SvgText
{
    private const string Fonts = "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\"";

    /// <summary>Numbers the ids anew, which the drawing library counts on through the process, and names fonts that every machine has one of.</summary>
    public static string Portable(string svg) => Font().Replace(Renumbered(svg), Fonts);

    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return Id().Replace(svg, id =>
        {
            if (!numbers.TryGetValue(id.Value, out string? number))
            {
                numbers.Add(id.Value, number = FormattableString.Invariant($"{id.Groups[1].Value}_{numbers.Count}"));
            }

            return number;
        });
    }

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex Font();

    [GeneratedRegex(@"(?<=id=""|url\(#|href=""#)([a-z]+)_[0-9a-f]+\b")]
    private static partial Regex Id();
}
