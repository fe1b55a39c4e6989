using ScottPlot;
using ScottPlot.Plottables;

namespace Predictors.Reporting;

/// <summary>The distributions of wake-up latency.</summary>
internal static class LatencyPlot
{
    // A latency of 0 ns has no logarithm, and nobody can tell it from 1 ns.
    private const double LeastNs = 1;

    public static Plot? Draw(IReadOnlyList<LatencyCurve> curves, PlotStyle style)
    {
        LatencyCurve[] drawn = [.. curves.Where(c => c.Points.Count > 0)];
        if (drawn.Length == 0)
        {
            return null;
        }

        var x = new PlotAxis("wake-up latency", drawn.SelectMany(c => c.Points).Select(p => Math.Max(LeastNs, p.Ns)), log: true, PlotAxis.Duration);
        var y = new PlotAxis("wake-ups that take at most this long", [0, 100], log: false, PlotAxis.Percent);
        Plot plot = PlotStyle.Frame("Wake-up latency", x, y);
        foreach (LatencyCurve curve in drawn)
        {
            Coordinates[] steps =
            [
                new(x.Low, 0), .. curve.Points.Select(p => new Coordinates(x.To(Math.Max(LeastNs, p.Ns)), (1 - p.Above) * 100)), new(x.High, 100),
            ];
            Scatter line = plot.Add.ScatterLine(steps);
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.Color = style.Colour(curve.Contender);
            line.LinePattern = style.Pattern(curve.Contender);
            line.LineWidth = 2;
            line.LegendText = style.Label(curve.Contender);
        }

        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        return plot;
    }
}
