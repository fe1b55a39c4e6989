namespace Predictors.Reporting;

/// <summary>The colours of pictures.</summary>
/// <remarks>
/// Chosen by search so that the nearest two stay as far apart as can be in CIELAB under normal sight and under protanopia, deuteranopia and
/// tritanopia (simulated after Machado, Oliveira and Fernandes, 2009), each with a contrast of 3 or more against the page; a hue keeps its
/// place in both themes.
/// </remarks>
internal sealed record Palette(string Page, IReadOnlyList<string> Contenders)
{
    public static Palette Light { get; } = new(
        "#ffffff", ["#2244ee", "#cc7766", "#004422", "#440088", "#1199bb", "#998800", "#bb1177", "#000000"]);

    public static Palette Dark { get; } = new(
        "#15181d", ["#9999ff", "#bb6600", "#66ff99", "#9933ff", "#44aabb", "#ffcc00", "#dd1155", "#ffffff"]);
}
