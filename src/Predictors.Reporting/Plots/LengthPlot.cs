using ScottPlot;
using ScottPlot.Plottables;

namespace Predictors.Reporting;

/// <summary>How long idle periods are, with the poll windows laid over them on an axis of their own.</summary>
internal static class LengthPlot
{
    public static Plot Draw(LengthPicture picture, PlotStyle style)
    {
        (int first, int last) = picture.Most;
        var x = new PlotAxis(
            "length of the idle period, or of the poll window", [Start(picture.FromNs[first]), Start(picture.FromNs[last])], log: true, PlotAxis.Duration);
        PlotAxis y = Shares("idle periods (% of all)", [picture.Idle], first, last);
        Plot plot = PlotStyle.Frame("How long idle periods are, and how long predictors poll", x, y);
        Polygon hill = plot.Add.Polygon(Steps(picture.Idle));
        hill.FillColor = PlotStyle.Hill;
        hill.LineColor = PlotStyle.Quiet;
        hill.LineWidth = 1;
        hill.LegendText = "idle periods";

        // A line at zero would only hide the axis.
        WindowShares[] windows = [.. picture.Windows.Where(w => w.Shares.Skip(first).Take(last - first).Any(share => share > 0))];
        if (windows.Length > 0)
        {
            AddWindows(windows);
        }

        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        plot.Axes.Bottom.Label.Text = $"{x.Name}{Outside(picture, style)}";
        return plot;

        void AddWindows(WindowShares[] shown)
        {
            PlotAxis right = Shares("poll windows (% of decisions)", shown.Select(w => w.Shares), first, last);
            plot.Axes.Right.Label.Text = right.Name;
            plot.Axes.Right.TickGenerator = right.Ticks();
            plot.Axes.SetLimitsY(right.Low, right.High, plot.Axes.Right);
            foreach (WindowShares windows in shown)
            {
                Scatter line = plot.Add.ScatterLine(Steps(windows.Shares));
                line.Axes.YAxis = plot.Axes.Right;
                line.Color = style.Colour(windows.Contender);
                line.LinePattern = style.Pattern(windows.Contender);
                line.LineWidth = 2;
                line.LegendText = style.Label(windows.Contender);
            }
        }

        Coordinates[] Steps(IReadOnlyList<double> shares) =>
        [
            new(x.To(Start(picture.FromNs[first])), 0),
            .. Enumerable.Range(first, last - first).SelectMany(i => (Coordinates[])
            [
                new(x.To(Start(picture.FromNs[i])), shares[i] * 100), new(x.To(Start(picture.FromNs[i + 1])), shares[i] * 100),
            ]),
            new(x.To(Start(picture.FromNs[last])), 0),
        ];
    }

    private static PlotAxis Shares(string name, IEnumerable<IReadOnlyList<double>> shares, int first, int last) =>
        new(name, [0, 100 * shares.SelectMany(s => s.Skip(first).Take(last - first)).DefaultIfEmpty(0).Max()], log: false, PlotAxis.Percent);

    // A bin that begins at 0 ns has no logarithm.
    private static double Start(long ns) => Math.Max(1, ns);

    private static string Outside(LengthPicture picture, PlotStyle style)
    {
        (int first, int last) = picture.Most;
        double shorter = picture.Idle.Take(first).Sum();
        double longer = picture.Idle.Skip(last).Sum();
        string[] windows = [.. picture.Windows.Where(w => w.Shares.Skip(last).Any(share => share > 0)).Select(w => style.Label(w.Contender))];
        string idle = shorter + longer > 0
            ? FormattableString.Invariant($"\nnot shown: {shorter * 100:0.###} % of the idle periods are shorter, {longer * 100:0.###} % longer") : string.Empty;
        return idle + (windows.Length > 0 ? $"\nlonger windows, not shown: {string.Join(", ", windows)}" : string.Empty);
    }
}
