using System.Text;
using ScottPlot;

namespace Predictors.Reporting;

/// <summary>Writes single pictures of a page as SVG or PNG.</summary>
public static class PlotFiles
{
    private const int Width = 900;
    private const int Height = 560;

    /// <summary>The endings of file names that tell the formats.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".svg", ".png"];

    /// <summary>Writes a picture: all traces together where there are several.</summary>
    /// <param name="report">The report.</param>
    /// <param name="picture">Which picture.</param>
    /// <param name="path">The file; its ending tells the format: see <see cref="Endings"/>.</param>
    /// <exception cref="OutputException">The file can't be written, or the report has no such picture.</exception>
    public static void Write(IHtmlReport report, PlotPicture picture, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Plot plot = Draw(report.ToPage(), picture)
            ?? throw new OutputException($"{path} can't be written: the result holds nothing to draw for the picture '{KebabText.Of(picture)}'.");
        byte[] image = Path.GetExtension(path) switch
        {
            ".svg" => Encoding.UTF8.GetBytes(SvgText.Portable(plot.GetSvgXml(Width, Height))),
            ".png" => plot.GetImageBytes(Width, Height, ImageFormat.Png),
            _ => throw new OutputException($"{path} can't be written: its name must end in {string.Join(" or ", Endings)}, which tells the format."),
        };
        OutputFile.Write(path, stream => stream.Write(image));
    }

    internal static Plot? Draw(HtmlPage page, PlotPicture picture)
    {
        var style = new PlotStyle(page.Contenders);
        return picture switch
        {
            PlotPicture.Front => page.Sections.OfType<FrontSection>().FirstOrDefault() is { } front && front.Scopes[0] is { } scope
                ? FrontPlot.Draw(scope, front.Sweeps, style) : null,
            PlotPicture.Latency => page.Sections.OfType<LatencySection>().FirstOrDefault()?.Scopes[0] is { } curves ? LatencyPlot.Draw(curves, style) : null,
            PlotPicture.Lengths => page.Sections.OfType<LengthSection>().FirstOrDefault()?.Scopes[0] is { } lengths ? LengthPlot.Draw(lengths, style) : null,
            _ => null,
        };
    }
}
