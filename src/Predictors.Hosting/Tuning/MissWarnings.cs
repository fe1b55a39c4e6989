using System.Globalization;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>Says where polls end too early.</summary>
internal static class MissWarnings
{
    private const double WorthSaying = 0.1;

    public static IEnumerable<string> Of(string spec, string trace, PollMisses misses)
    {
        PollMissClass stuck = misses.DeadZone;
        if (stuck.CostNs > WorthSaying * misses.CostNs)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Dead zone on {trace} under {spec}: the window stays at about {Us(stuck.MedianWindowNs)} while idle periods of about {Us(stuck.MedianIdleNs)} end after it, time after time "
                + $"({stuck.Periods} of them, {stuck.CostNs / misses.CostNs:P0} of the cost). Each pays for the poll and for the halt, and the rule neither grows nor shrinks.");
        }

        PollMissClass near = misses.Resonance;
        if (near.CostNs > WorthSaying * misses.CostNs)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Resonance on {trace} under {spec}: {near.Periods} idle periods of about {Us(near.MedianIdleNs)} end just after their window of about {Us(near.MedianWindowNs)} "
                + $"({near.CostNs / misses.CostNs:P0} of the cost). A longer window would catch them, a shorter one would not pay for the poll; a load that shifts by little changes the result by much.");
        }
    }

    private static string Us(long ns) => string.Create(CultureInfo.InvariantCulture, $"{ns / 1_000.0:0.#} us");
}
