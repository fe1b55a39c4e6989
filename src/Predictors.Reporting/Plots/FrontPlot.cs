using Predictors.Ranking;
using ScottPlot;
using ScottPlot.Plottables;

namespace Predictors.Reporting;

/// <summary>CPU waste versus wake-up latency.</summary>
internal static class FrontPlot
{
    private const float Mark = 9;
    private const float FrontMark = 13;

    public static Plot Draw(FrontPicture picture, IReadOnlyList<IReadOnlyList<int>> sweeps, PlotStyle style)
    {
        bool log = picture.Points.All(p => p.WastePercent > 0 && p.LatencyNs > 0);
        double highest = picture.Points.Max(p => p.WastePercent);
        FrontPoint[] front = [.. picture.Clairvoyant.Where(p => p.Waste <= highest && (!log || (p.Waste > 0 && p.Latency > 0)))];
        var x = new PlotAxis("CPU waste (% of span x vCPUs)", [.. picture.Points.Select(p => p.WastePercent), .. front.Select(p => p.Waste)], log, PlotAxis.Percent);
        var y = new PlotAxis("mean wake-up latency", [.. picture.Points.Select(p => p.LatencyNs), .. front.Select(p => p.Latency)], log, DurationText.Format);
        Plot plot = PlotStyle.Frame("CPU waste versus wake-up latency", x, y);
        AddFront(plot, front, x, y);
        Dictionary<int, FrontContender> points = picture.Points.ToDictionary(p => p.Contender);
        foreach (IReadOnlyList<int> sweep in sweeps)
        {
            FrontContender[] along = [.. sweep.Where(points.ContainsKey).Select(i => points[i])];
            Scatter line = plot.Add.ScatterLine(along.Select(p => new Coordinates(x.To(p.WastePercent), y.To(p.LatencyNs))).ToArray());
            line.Color = style.Colour(sweep[0]);
        }

        foreach (FrontContender point in picture.Points)
        {
            Marker marker = plot.Add.Marker(x.To(point.WastePercent), y.To(point.LatencyNs));
            marker.Color = style.Colour(point.Contender);
            marker.Shape = style.Shape(point.Contender);
            marker.Size = point.OnFront ? FrontMark : Mark;
            marker.LegendText = style.Label(point.Contender) + (point.OnFront ? " *" : string.Empty);
        }

        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        return plot;
    }

    // What lies below and to the left of the front is out of reach.
    private static void AddFront(Plot plot, FrontPoint[] front, PlotAxis x, PlotAxis y)
    {
        if (front.Length == 0)
        {
            return;
        }

        Coordinates[] edge =
        [
            new(x.To(front[0].Waste), y.High), .. front.Select(p => new Coordinates(x.To(p.Waste), y.To(p.Latency))), new(x.High, y.To(front[^1].Latency)),
        ];
        Polygon region = plot.Add.Polygon([new(x.Low, y.Low), new(x.Low, y.High), .. edge, new(x.High, y.Low)]);
        region.FillColor = PlotStyle.OutOfReach;
        region.LineWidth = 0;
        Scatter line = plot.Add.ScatterLine(edge);
        line.Color = PlotStyle.Quiet;
        line.LinePattern = LinePattern.Dashed;
        line.LegendText = "clairvoyant front";
    }
}
