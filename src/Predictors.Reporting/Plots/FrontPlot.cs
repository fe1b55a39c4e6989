using Predictors.Ranking;
using ScottPlot;
using ScottPlot.Plottables;

namespace Predictors.Reporting;

/// <summary>CPU waste versus wake-up latency.</summary>
internal static class FrontPlot
{
    private const float Mark = 9;
    private const float FrontMark = 13;

    // Beside one that burns several times what the median does nobody else could be told apart.
    private const double FarOff = 3;

    public static Plot Draw(FrontPicture picture, IReadOnlyList<IReadOnlyList<int>> sweeps, PlotStyle style)
    {
        double median = picture.Points.Select(p => p.WastePercent).Order().ElementAt((picture.Points.Count - 1) / 2);
        FrontContender[] field = [.. picture.Points.Where(p => p.WastePercent <= FarOff * median)];
        FrontContender[] farOff = [.. picture.Points.Except(field)];
        bool log = field.All(p => p.WastePercent > 0 && p.LatencyNs > 0);
        double highest = field.Max(p => p.WastePercent);
        FrontPoint[] all = [.. picture.Clairvoyant.Where(p => !log || (p.Waste > 0 && p.Latency > 0))];
        FrontPoint[] front = [.. UpTo(all, highest)];
        var x = new PlotAxis("CPU waste (% of span x vCPUs)", [.. field.Select(p => p.WastePercent), .. front.Select(p => p.Waste)], log, PlotAxis.Percent);
        var y = new PlotAxis("mean wake-up latency", [.. field.Select(p => p.LatencyNs), .. front.Select(p => p.Latency)], log, PlotAxis.Duration);
        Plot plot = PlotStyle.Frame("CPU waste versus wake-up latency", x, y);
        AddFront(plot, [.. UpTo(all, x.From(x.High))], x, y);
        Dictionary<int, FrontContender> points = field.ToDictionary(p => p.Contender);
        foreach (IReadOnlyList<int> sweep in sweeps)
        {
            FrontContender[] along = [.. sweep.Where(points.ContainsKey).Select(i => points[i])];
            if (along.Length == 0)
            {
                continue;
            }

            Scatter line = plot.Add.ScatterLine(along.Select(p => new Coordinates(x.To(p.WastePercent), y.To(p.LatencyNs))).ToArray());
            line.Color = style.Colour(sweep[0]);
        }

        foreach (FrontContender point in field)
        {
            Marker marker = plot.Add.Marker(x.To(point.WastePercent), y.To(point.LatencyNs));
            marker.Color = style.Colour(point.Contender);
            marker.Shape = style.Shape(point.Contender);
            marker.Size = point.OnFront ? FrontMark : Mark;
            marker.LegendText = style.Label(point.Contender) + (point.OnFront ? " *" : string.Empty);
        }

        if (farOff.Length > 0)
        {
            string names = string.Join(", ", farOff.Select(p => $"{style.Label(p.Contender)} ({PlotAxis.Percent(Math.Round(p.WastePercent, 1))}, {DurationText.Format(p.LatencyNs)})"));
            plot.Axes.Bottom.Label.Text = $"{x.Name}\nnot shown: {names}";
        }

        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        return plot;
    }

    // The front and, where it goes on, its point at that waste.
    private static IEnumerable<FrontPoint> UpTo(FrontPoint[] front, double waste)
    {
        int within = front.Count(p => p.Waste <= waste);
        IEnumerable<FrontPoint> last = within is 0 || within == front.Length ? [] : [Between(front[within - 1], front[within], waste)];
        return front.Take(within).Concat(last);
    }

    private static FrontPoint Between(FrontPoint from, FrontPoint to, double waste) =>
        new(waste, from.Latency + ((waste - from.Waste) / (to.Waste - from.Waste) * (to.Latency - from.Latency)));

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
        line.LegendText = "clairvoyant front";
    }
}
