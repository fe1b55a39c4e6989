using System.CommandLine;
using System.Globalization;
using Predictors.Abstractions;
using Predictors.Ranking;

namespace Predictors.Cli;

/// <summary><c>--max-waste</c> and <c>--max-p99</c>.</summary>
internal sealed class BoundOptions
{
    private readonly Option<string?> _maxWaste = new("--max-waste")
    {
        HelpName = "PERCENT",
        Description = "The most CPU waste in percent of span x vCPUs, mean over the traces, such as 5%.",
    };

    private readonly Option<string?> _maxP99 = new("--max-p99")
    {
        HelpName = "DURATION",
        Description = "The greatest p99 of the wake-up latencies of all traces together, such as 50us.",
    };

    public BoundOptions(Command verb)
    {
        verb.Options.Add(_maxWaste);
        verb.Options.Add(_maxP99);
    }

    public TuningBounds Of(ParseResult parsed) => new()
    {
        MaxWastePercent = parsed.GetValue(_maxWaste) is { } waste ? Percent(waste) : null,
        MaxP99Ns = parsed.GetValue(_maxP99) is { } p99 ? LengthNs(p99) : null,
    };

    private static double Percent(string text) =>
        double.TryParse(text.EndsWith('%') ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent)
        && percent is >= 0 and <= 100
            ? percent
            : throw new UsageException($"--max-waste {text} is not accepted: a share of 0% to 100%, such as 5%.");

    private static long LengthNs(string text) => Duration.TryParse(text, out long ns)
        ? ns
        : throw new UsageException($"--max-p99 {text} is not accepted: a length of time, such as 50us.");
}
