using System.Globalization;

namespace Predictors.IdlePath.Tests;

/// <summary>All that a result says, as text: results of the same text are equal in everything.</summary>
internal static class ResultText
{
    private static readonly double[] s_shares = [0, 0.25, 0.5, 0.9, 0.99, 0.999, 1];

    public static string Of(ReplayResult result)
    {
        LatencyHistogram latency = result.Latency;
        IEnumerable<object> figures =
        [
            result.IdlePeriods, result.Caught, result.Abandoned, result.Halts, result.HostCaught, result.IpisSent, result.IpisSpared,
            result.Accounts, result.Exits, latency.Count, latency.TotalNs, latency.MaxNs, .. s_shares.Select(s => (object)latency.PercentileNs(s)),
            result.TimerWrites, result.TimerExpiries, result.BusyTimerWrites, result.BusyTimerWriteExits,
            .. s_shares.Select(s => (object?)result.TimerLateness?.PercentileNs(s) ?? "no lateness"),
            .. result.Blocks.Select(b => $"\n{b.WasteNs} {b.LatencyNs}"),
        ];
        return string.Join(' ', figures.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture)));
    }
}
