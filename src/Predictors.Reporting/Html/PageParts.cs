using System.Reflection;

namespace Predictors.Reporting;

/// <summary>The files that a page is made of.</summary>
internal static class PageParts
{
    // What others define stands before what uses it.
    private static readonly string[] s_scripts =
    [
        "format.js", "theme.js", "contenders.js", "axis.js", "view.js", "chart.js", "labels.js", "table.js", "front.js", "latency.js", "stacks.js", "lengths.js", "strip.js", "page.js",
    ];

    private const string NextLibrary = ",function(t,e){\"object\"==typeof exports&&\"object\"==typeof module?";

    public static string Frame => Text("page.html");

    public static string Style => Text("colours.css").Replace("/* contenders */", Colours(), StringComparison.Ordinal) + Text("style.css");

    public static string Script => string.Join('\n', s_scripts.Select(Text));

    /// <summary>Apache ECharts. Its package holds more behind it, a library of statistics and a binding to Blazor, which the page has no use for.</summary>
    public static string Library
    {
        get
        {
            string bundle = Text("echarts-bundle.js");
            int end = bundle.IndexOf(NextLibrary, StringComparison.Ordinal);
            return end > 0 ? bundle[..end] : throw new InvalidOperationException("The end of ECharts was not found in its bundle.");
        }
    }

    public static string Licences => Text("licences.txt");

    private static string Colours() => string.Join(
        "\n  ",
        Palette.Light.Contenders.Zip(Palette.Dark.Contenders, Both).Select((both, i) => FormattableString.Invariant($"--contender-{i}: {both};"))
            .Prepend($"--page: {Both(Palette.Light.Page, Palette.Dark.Page)};"));

    private static string Both(string light, string dark) => $"light-dark({light}, {dark})";

    private static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Predictors.Reporting.Html.{name}")
            ?? throw new InvalidOperationException($"{name} is missing in {Assembly.GetExecutingAssembly().GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
