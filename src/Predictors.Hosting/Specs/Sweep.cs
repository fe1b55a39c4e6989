using System.Globalization;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>The values that a parameter takes in turn.</summary>
internal static class Sweep
{
    private const string RangeSign = "..";

    private const decimal MaxBound = 1e27m;

    /// <summary>Takes a value of a SPEC apart.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The value: alternatives, each a single value or a range.</param>
    /// <param name="spec">The SPEC, for messages.</param>
    /// <returns>The single values as written in a SPEC, not yet checked against the parameter's own range.</returns>
    public static string[] Values(Parameter parameter, string text, string spec)
    {
        return [.. text.Split('|').SelectMany(alternative =>
            HasRange(parameter, alternative)
                ? Range(parameter, alternative, spec)
                : [alternative])];
    }

    /// <summary>Whether a value holds a range: what lies between its bounds may be tried too.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The value.</param>
    public static bool HasRange(Parameter parameter, string text) => IsNumber(parameter) && text.Contains(RangeSign, StringComparison.Ordinal);

    // A path or a word may hold '..'.
    private static bool IsNumber(Parameter parameter) => parameter is DurationParameter or IntegerParameter or NumberParameter;

    private static List<string> Range(Parameter parameter, string text, string spec)
    {
        int dots = text.IndexOf(RangeSign, StringComparison.Ordinal);
        string upper = text[(dots + RangeSign.Length)..];
        int sign = upper.Contains('*', StringComparison.Ordinal) ? upper.LastIndexOf('*') : upper.LastIndexOf('+');
        if (sign < 0)
        {
            throw Wrong("a range needs its step, LOW..HIGH*FACTOR or LOW..HIGH+STEP");
        }

        bool isFactor = upper[sign] == '*';
        decimal low = Bound(text[..dots]);
        decimal high = Bound(upper[..sign]);
        decimal step = isFactor ? Number(upper[(sign + 1)..]) : Bound(upper[(sign + 1)..]);
        if (high < low)
        {
            throw Wrong("its upper bound is below its lower one");
        }

        if (isFactor ? step <= 1 || low <= 0 : step <= 0)
        {
            throw Wrong(isFactor ? "a factor must be above 1 and the lower bound above 0" : "a step must be above 0");
        }

        // Whether a next value fits is asked before it is computed, so that no bound makes it overflow.
        decimal value = low;
        var values = new List<string> { Write(parameter, value) };
        while (isFactor ? value <= high / step : value <= high - step)
        {
            if (values.Count == PredictorSpec.MaxChoices)
            {
                throw Wrong($"it has more than {PredictorSpec.MaxChoices} values");
            }

            value = isFactor ? value * step : value + step;
            values.Add(Write(parameter, value));
        }

        return values;

        decimal Bound(string bound) => parameter is DurationParameter ? DurationNs(bound) : Number(bound);

        decimal DurationNs(string bound) =>
            Duration.TryParse(bound, out long ns) ? ns : throw Wrong($"'{bound}' is no duration such as 200us");

        decimal Number(string number) =>
            decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) && Math.Abs(parsed) <= MaxBound
                ? parsed
                : throw Wrong($"'{number}' is no number up to {MaxBound:E0}");

        SpecException Wrong(string what) => new($"{parameter.Name}={text} in '{spec}' is no range: {what}.");
    }

    private static string Write(Parameter parameter, decimal value) => parameter switch
    {
        DurationParameter => Duration.Format((long)decimal.Round(value)),
        IntegerParameter => decimal.Round(value).ToString("0", CultureInfo.InvariantCulture),
        _ => ((double)value).ToString("R", CultureInfo.InvariantCulture),
    };
}
