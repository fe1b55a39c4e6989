using Predictors.Ranking;
using ScottPlot;

namespace Predictors.Reporting;

/// <summary>The names, colours and marks of predictors in pictures: those of the page.</summary>
internal sealed class PlotStyle(IReadOnlyList<Contender> contenders)
{
    private static readonly MarkerShape[] s_shapes =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown,
        MarkerShape.Asterisk,
    ];

    // Those of the page.
    private static readonly LinePattern[] s_patterns =
    [
        LinePattern.Solid, new([7, 3], 0, "dashed"), new([2, 3], 0, "dotted"), new([9, 3, 2, 3], 0, "dash and dot"), new([12, 4], 0, "long dashes"),
        new([4, 2, 1, 2], 0, "short dash and dot"),
    ];

    private readonly ContenderLabels _labels = new(contenders);
    private readonly ContenderMarks _marks = new(contenders);

    // What is there of it; SvgText names more.
    private const string Sans = "DejaVu Sans";

    public static Color Quiet { get; } = Color.FromHex("#57606a");

    public static Color OutOfReach { get; } = Color.FromHex("#edeff2");

    public static Color Hill { get; } = Color.FromHex("#cfd6dc");

    public string Label(int contender) => PlainText.Of(_labels.Of(contenders[contender]));

    public Color Colour(int contender) => Color.FromHex(Palette.Light.Contenders[_marks.Colour(contenders[contender])]);

    public MarkerShape Shape(int contender) => s_shapes[_marks.Mark(contenders[contender])];

    public LinePattern Pattern(int contender) => s_patterns[_marks.Dash(contenders[contender])];

    /// <summary>An empty picture with named axes and its legend beside it.</summary>
    public static Plot Frame(string title, PlotAxis x, PlotAxis y)
    {
        var plot = new Plot();
        plot.Font.Set(Sans);
        plot.Title(title, size: 16);
        plot.XLabel(x.Name);
        plot.YLabel(y.Name);
        plot.Axes.Bottom.TickGenerator = x.Ticks();
        plot.Axes.Left.TickGenerator = y.Ticks();
        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        plot.ShowLegend(Edge.Right);
        plot.Legend.SymbolWidth = 34;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        return plot;
    }
}
