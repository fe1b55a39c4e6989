using Predictors.Ranking;
using ScottPlot;
using ScottPlot.Plottables;

namespace Predictors.Reporting.Tests;

public sealed class FrontPlotTests
{
    // A latency of 0 makes the axes linear.
    private static readonly FrontContender[] s_points = [new(0, 4, 900, OnFront: true), new(1, 10, 600, OnFront: false), new(2, 9, 0, OnFront: true)];

    // From (8 %, 400 ns) to (16 %, 0 ns) the front falls by 50 ns for each percent.
    [Test]
    public void Front_GoesOnBeyondTheLastPredictor_FallsUpToTheEdgeOfThePicture()
    {
        var picture = new FrontPicture(s_points, [new FrontPoint(0, 1_000), new FrontPoint(8, 400), new FrontPoint(16, 0)]);

        Coordinates last = Edge(picture, out double right)[^1];

        Assert.That(last.X, Is.EqualTo(right).Within(1e-9).And.InRange(10, 11));
        Assert.That(last.Y, Is.EqualTo(400 - (50 * (right - 8))).Within(1e-6));
    }

    [Test]
    public void Front_EndsBeforeTheLastPredictor_GoesOnAtItsLeastLatency()
    {
        var picture = new FrontPicture(s_points, [new FrontPoint(0, 1_000), new FrontPoint(8, 400)]);

        Coordinates last = Edge(picture, out double right)[^1];

        Assert.That((last.X, last.Y), Is.EqualTo((right, 400)));
    }

    private static IReadOnlyList<Coordinates> Edge(FrontPicture picture, out double right)
    {
        using Plot plot = FrontPlot.Draw(picture, [], new PlotStyle([new Contender("a", []), new Contender("b", []), new Contender("c", [])]));
        right = plot.Axes.Bottom.Max;
        return plot.GetPlottables<Scatter>().Single(s => s.LegendText == "clairvoyant front").Data.GetScatterPoints();
    }
}
