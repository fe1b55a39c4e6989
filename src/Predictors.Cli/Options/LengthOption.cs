using System.CommandLine;
using Predictors.Abstractions;

namespace Predictors.Cli;

/// <summary>Options whose value is a length of time.</summary>
internal static class LengthOption
{
    /// <summary>Makes an option; what is not accepted is a usage error that says what would be.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it sets, in a sentence.</param>
    /// <param name="minNs">The least length.</param>
    /// <param name="maxNs">The greatest length.</param>
    /// <param name="defaultNs">The length where none is given; null where it then stays unknown.</param>
    public static Option<long?> Of(string name, string description, long minNs, long maxNs, long? defaultNs = null)
    {
        var option = new Option<long?>(name)
        {
            HelpName = "DURATION",
            Description = defaultNs is { } value ? $"{description} [default: {Duration.Format(value)}]" : description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (Duration.TryParse(text, out long ns) && ns >= minNs && ns <= maxNs)
                {
                    return ns;
                }

                result.AddError($"{name} {text} is not accepted: a length of time from {Duration.Format(minNs)} to {Duration.Format(maxNs)}, such as 500us or 2s.");
                return null;
            },
        };
        return option;
    }

    /// <summary>A number of seconds, held in ns.</summary>
    public static Option<long?> Seconds(string name, string description, long maxNs)
    {
        const decimal Second = 1_000_000_000m;
        return new Option<long?>(name)
        {
            HelpName = "N",
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (decimal.TryParse(
                        text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal seconds)
                    && seconds > 0 && seconds <= maxNs / Second)
                {
                    return Math.Max(1, (long)(seconds * Second));
                }

                result.AddError($"{name} {text} is not accepted: a number of seconds above 0, at most {maxNs / Second:0}.");
                return null;
            },
        };
    }
}
