using System.Text.RegularExpressions;

namespace Predictors.Reporting;

/// <summary>Numbers the ids of an SVG anew: the drawing library counts them on through the process, so that the same picture would differ.</summary>
internal static partial class SvgIds
{
    public static string Renumbered(string svg)
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

    [GeneratedRegex(@"(?<=id=""|url\(#|href=""#)([a-z]+)_[0-9]+")]
    private static partial Regex Id();
}
