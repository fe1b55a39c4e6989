using System.Globalization;
using ScottPlot.TickGenerators;

namespace Predictors.Reporting;

/// <summary>An axis of a picture. A logarithmic one is a linear one of logarithms.</summary>
internal sealed record PlotAxis
{
    private const double Margin = 0.05;
    private const int Fewest = 3;

    private readonly Func<double, string> _format;

    /// <summary>Takes the values that have to be seen.</summary>
    /// <param name="name">What it shows, with the unit.</param>
    /// <param name="values">The values: above 0 for a logarithmic axis.</param>
    /// <param name="log">Whether it is logarithmic.</param>
    /// <param name="format">How a value is written.</param>
    public PlotAxis(string name, IEnumerable<double> values, bool log, Func<double, string> format)
    {
        (Name, Log, _format) = (name, log, format);
        double[] places = [.. values.Select(To)];
        double room = Margin * (places.Max() - places.Min() is var span and > 0 ? span : Math.Max(1e-3, Math.Abs(places.Max())));
        (Low, High) = (places.Min() - room, places.Max() + room);
    }

    public string Name { get; }

    public bool Log { get; }

    public double Low { get; }

    public double High { get; }

    public double To(double value) => Log ? Math.Log10(value) : value;

    public double From(double place) => Log ? Math.Pow(10, place) : place;

    public NumericManual Ticks()
    {
        double[] values = [.. Log ? LogTicks() : LinearTicks(Low, High)];
        return new NumericManual([.. values.Select(To)], [.. values.Select(_format)]);
    }

    /// <summary>A length of time as short as it can be: 30 us.</summary>
    public static string Duration(double ns)
    {
        (string unit, double scale) = ns switch { >= 999_999_999 => ("s", 1e9), >= 999_999 => ("ms", 1e6), >= 999.9 => ("us", 1e3), _ => ("ns", 1.0) };
        return (ns / scale).ToString("G6", CultureInfo.InvariantCulture) + " " + unit;
    }

    public static string Percent(double percent) => percent.ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private IEnumerable<double> LogTicks()
    {
        foreach (double[] mantissas in (double[][])[[1], [1, 3], [1, 2, 5]])
        {
            double[] ticks =
            [
                .. from power in Enumerable.Range((int)Math.Floor(Low), (int)(Math.Ceiling(High) - Math.Floor(Low)) + 1)
                   from mantissa in mantissas
                   let tick = mantissa * Math.Pow(10, power)
                   where To(tick) >= Low && To(tick) <= High
                   select tick,
            ];
            if (ticks.Length >= Fewest)
            {
                return ticks;
            }
        }

        return LinearTicks(Math.Pow(10, Low), Math.Pow(10, High)).Where(tick => tick > 0);
    }

    private static IEnumerable<double> LinearTicks(double low, double high)
    {
        double rough = (high - low) / 6;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * ((double[])[1, 2, 5, 10]).First(m => m * power >= rough);
        for (double i = Math.Ceiling(low / step); i * step <= high; i++)
        {
            // No negative zero.
            yield return double.Parse((i * step).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;
        }
    }
}
