using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>How long a closed loop takes and what it gets done, beside the recording.</summary>
internal static class ThroughputTable
{
    public static void WriteTo(IAnsiConsole console, ClosedLoopResult? loop)
    {
        if (loop is null)
        {
            return;
        }

        ReportTable table = new ReportTable().Words("What").Numbers("Replayed").Numbers("Recorded").Numbers("Without\nlatency");
        table.Row("elapsed time (ms)", Ms(loop.ElapsedNs), Ms(loop.RecordedElapsedNs), Ms(loop.ElapsedWithoutLatencyNs));
        table.Row("of it waiting for what stays (ms)", Ms(loop.FixedWaitNs), string.Empty, string.Empty);
        table.Row("wake-ups a second", NumberText.Fixed(loop.WakeUpsPerSecond, 1), Rate(loop.WakeUps, loop.RecordedElapsedNs), Rate(loop.WakeUps, loop.ElapsedWithoutLatencyNs));
        table.Row("work (vCPUs at work)", NumberText.Fixed(loop.BusyPerSecond, 3), Share(loop.BusyNs, loop.RecordedElapsedNs), Share(loop.BusyNs, loop.ElapsedWithoutLatencyNs));
        table.Row("wake-ups that met a vCPU at work", NumberText.Count(loop.AtWork), string.Empty, string.Empty);
        table.Row("round trips", NumberText.Count(loop.RoundTrips.Count), NumberText.Count(loop.RecordedRoundTrips.Count), string.Empty);
        if (loop.RoundTrips.Count > 0)
        {
            table.Row("round trip, mean (us)", NumberText.Us(loop.RoundTrips.MeanNs), NumberText.Us(loop.RecordedRoundTrips.MeanNs), string.Empty);
            table.Row("round trip, p50 (us)", NumberText.Us(loop.RoundTrips.PercentileNs(0.5)), NumberText.Us(loop.RecordedRoundTrips.PercentileNs(0.5)), string.Empty);
            table.Row("round trip, p99 (us)", NumberText.Us(loop.RoundTrips.PercentileNs(0.99)), NumberText.Us(loop.RecordedRoundTrips.PercentileNs(0.99)), string.Empty);
            table.Row("round trips a second", NumberText.Fixed(loop.RoundTripsPerSecond, 1), NumberText.Fixed(loop.RecordedRoundTripsPerSecond, 1), string.Empty);
        }

        table.WriteTo(console, "Closed loop");
    }

    private static string Ms(long ns) => NumberText.Fixed(ns / 1e6, 3);

    private static string Rate(long count, long ns) => NumberText.Fixed(ns > 0 ? count * 1e9 / ns : null, 1);

    private static string Share(long part, long ns) => NumberText.Fixed(ns > 0 ? (double)part / ns : null, 3);
}
