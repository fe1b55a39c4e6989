using System.Globalization;
using Predictors.Abstractions;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>What a tuning comes to, in a sentence.</summary>
internal sealed class VerdictText
{
    public VerdictText(
        PredictorChoice byDefault, PredictorChoice found, bool keeps, bool defaultKeeps, Gain? heldOut, Gain? heldOutInTime, TuningBounds bounds)
    {
        string saving = heldOut is null ? string.Empty : Saving(heldOut);
        (Verdict, Sentence) = (keeps, defaultKeeps) switch
        {
            (false, _) => (TuningVerdict.NothingKeepsToTheBounds,
                $"No setting that was tried keeps to {BoundsText(bounds)} on both halves of the traces; the nearest is {found.Text}."),
            _ when found.Text == byDefault.Text => (TuningVerdict.KeepDefault, $"Keep the default: no other setting of {byDefault.Text} that was tried is better."),
            (true, false) => (TuningVerdict.Change,
                $"Set {found.Text}: the defaults break {BoundsText(bounds)}, and it keeps to them. {(heldOut is null ? string.Empty : Price(heldOut))}".TrimEnd()),
            _ when heldOut is { IsCertain: true } => (TuningVerdict.Change, $"Set {found.Text}: where it was not chosen, tuning {saving}."),
            _ when heldOutInTime is { IsCertain: true } => (TuningVerdict.KeepDefault,
                $"Keep the default for machines like these in general: {found.Text} suits these traces, but what one trace leads to does not carry over to the others "
                + $"(held out, tuning {saving}). In time it does: on later or earlier halves of the same traces it {Saving(heldOutInTime)}. Tune the kinds of load apart."),
            _ => (TuningVerdict.KeepDefault, heldOut is null
                ? "Keep the default: nothing on these traces can be compared."
                : $"Keep the default: the best that was found is {found.Text}, and where it was not chosen, tuning {saving}, which may be nothing."),
        };
    }

    public TuningVerdict Verdict { get; }

    public string Sentence { get; }

    private static string Saving(Gain gain) => string.Create(
        CultureInfo.InvariantCulture,
        $"saves {gain.Percent:F1} % of the cost under the defaults (95 % interval {gain.LowPercent:F1} to {gain.HighPercent:F1} %)");

    private static string Price(Gain gain) => string.Create(
        CultureInfo.InvariantCulture,
        $"Held out, it costs {Math.Abs(gain.Percent):F1} % {(gain.Percent < 0 ? "more" : "less")} than the defaults (95 % interval {-gain.HighPercent:F1} to {-gain.LowPercent:F1} % more).");

    private static string BoundsText(TuningBounds bounds) => string.Join(" and ", new[]
    {
        bounds.MaxWastePercent is { } waste ? string.Create(CultureInfo.InvariantCulture, $"{waste} % of CPU waste") : null,
        bounds.MaxP99Ns is { } p99 ? $"a p99 of {Duration.Format(p99)}" : null,
    }.OfType<string>());
}
