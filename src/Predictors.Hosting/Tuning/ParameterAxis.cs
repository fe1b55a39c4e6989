using System.Globalization;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>The values of one parameter that a search may try: a coarse grid, and for numbers what lies between.</summary>
internal sealed class ParameterAxis
{
    // Shorter ones than this differ by less than what a poll loop can tell.
    private const long LeastNs = 1_000;
    private const double FinestRatio = 1.02;
    private const double FinestShare = 0.005;

    private static readonly double[] s_wholeNumbers = [0, 1, 2, 4, 8, 16, 64];

    private ParameterAxis(PredictorDescription predictor, Parameter parameter, IEnumerable<string> grid, bool isContinuous)
    {
        Parameter = parameter;
        Grid = [.. grid.Select(text => Canonical(predictor, parameter, text)).Distinct()];
        if (IsNumber(parameter))
        {
            Grid = [.. Grid.OrderBy(Number)];
        }

        IsContinuous = isContinuous;
    }

    public Parameter Parameter { get; }

    /// <summary>The coarse grid, as written in a SPEC; numbers ascend.</summary>
    public IReadOnlyList<string> Grid { get; }

    /// <summary>Whether values between those of the grid are tried too.</summary>
    public bool IsContinuous { get; }

    /// <summary>Takes the values that a SPEC gives; between the bounds of a range the search goes on.</summary>
    public static ParameterAxis Given(PredictorDescription predictor, Parameter parameter, string value, string spec) =>
        new(predictor, parameter, Sweep.Values(parameter, value, spec), Sweep.HasRange(parameter, value));

    /// <summary>Takes a grid over the range that the parameter declares; null where there is nothing to search, as with files.</summary>
    public static ParameterAxis? Declared(PredictorDescription predictor, Parameter parameter) => parameter switch
    {
        DurationParameter p => new(predictor, p, DurationGrid(p).Append(p.Default).Select(p.Format), isContinuous: true),
        IntegerParameter p => new(
            predictor, p, s_wholeNumbers.Where(n => n >= p.Min && n <= p.Max).Select(n => (long)n).Append(p.Default).Select(p.Format), isContinuous: true),
        NumberParameter p => new(predictor, p, NumberGrid(p).Append(p.Default).Select(p.Format), isContinuous: true),
        SwitchParameter p => new(predictor, p, [p.Format(true), p.Format(false)], isContinuous: false),
        _ => null,
    };

    /// <summary>A value's place on the axis: the number itself, or the place in the grid.</summary>
    public double Place(string text) => IsNumber(Parameter) ? Number(text) : Grid.ToList().IndexOf(text);

    /// <summary>A value between two numbers; null where they are as near to each other as it matters.</summary>
    public string? Between(string lowText, string highText)
    {
        (double low, double high) = (Number(lowText), Number(highText));
        if (Parameter is IntegerParameter)
        {
            return high - low < 2 ? null : Write(Math.Floor((low + high) / 2));
        }

        if (Parameter is DurationParameter && low < LeastNs && high <= LeastNs)
        {
            return null;
        }

        bool isRatio = low > 0;
        if (isRatio ? high / low < FinestRatio : high - low < FinestShare * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            return null;
        }

        double middle = Rounded(isRatio ? Math.Sqrt(low * high) : (low + high) / 2);
        return middle > low && middle < high ? Write(middle) : null;
    }

    /// <summary>How far a value is from another one: as many powers of two, or 1 for words that differ.</summary>
    public double Distance(string text, string other)
    {
        if (!IsNumber(Parameter) || text == other)
        {
            return text == other ? 0 : 1;
        }

        return Math.Abs(Math.Log2((Number(text) + 1) / (Number(other) + 1)));
    }

    private static IEnumerable<long> DurationGrid(DurationParameter parameter)
    {
        const long mostNs = 10_000_000;
        if (parameter.MinNs == 0)
        {
            yield return 0;
        }

        for (long decade = LeastNs; decade <= mostNs; decade *= 10)
        {
            foreach (long ns in (long[])[decade, 2 * decade, 5 * decade])
            {
                if (ns >= parameter.MinNs && ns <= parameter.MaxNs && ns <= mostNs)
                {
                    yield return ns;
                }
            }
        }
    }

    private static IEnumerable<double> NumberGrid(NumberParameter parameter)
    {
        const int steps = 8;
        double ratio = parameter.Min > 0 ? parameter.Max / parameter.Min : 1;
        return Enumerable.Range(0, steps + 1).Select(i => Math.Clamp(
            Rounded(ratio > 100 ? parameter.Min * Math.Pow(ratio, (double)i / steps) : parameter.Min + ((parameter.Max - parameter.Min) * i / steps)),
            parameter.Min,
            parameter.Max));
    }

    private static bool IsNumber(Parameter parameter) => parameter is DurationParameter or IntegerParameter or NumberParameter;

    private static double Rounded(double value)
    {
        // Three significant digits are more than a trace can tell, and fit into a line of sysfs.
        const int digits = 3;
        if (value == 0)
        {
            return 0;
        }

        double scale = Math.Pow(10, digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }

    private static string Canonical(PredictorDescription predictor, Parameter parameter, string text)
    {
        try
        {
            return ParameterValues.Parse(predictor, KeyValuePair.Create(parameter.Name, text)).ToTexts().Single(t => t.Key == parameter.Name).Value;
        }
        catch (FormatException e)
        {
            throw new SpecException(e.Message, e);
        }
    }

    private string Write(double value) => Parameter is DurationParameter
        ? Duration.Format((long)Math.Round(value))
        : value.ToString(Parameter is IntegerParameter ? "0" : "R", CultureInfo.InvariantCulture);

    private double Number(string text) => Parameter is DurationParameter
        ? Duration.TryParse(text, out long ns) ? ns : throw new FormatException($"'{text}' is no duration.")
        : double.Parse(text, CultureInfo.InvariantCulture);
}
