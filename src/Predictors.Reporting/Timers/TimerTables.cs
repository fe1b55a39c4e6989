using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The timer paths side by side.</summary>
internal static class TimerTables
{
    public static void WriteTo(IAnsiConsole console, IReadOnlyList<TimerRow> rows)
    {
        ReportTable exits = new ReportTable()
            .Words("Trace").Words("Timer path").Numbers("HLT").Numbers("Timer\nwrite").Numbers("Busy timer\nwrite").Numbers("Timer\nexpiry").Numbers("IPI")
            .Numbers("Exits").Numbers("Exits\na second").Numbers("Spared");
        ReportTable times = new ReportTable()
            .Words("Trace").Words("Timer path").Numbers("Timers").Numbers("Lateness\np50 (us)").Numbers("Lateness\np99 (us)").Numbers("Lateness\nmax (us)")
            .Numbers("Latency\nmean (us)").Numbers("Latency\np99 (us)").Numbers("Waste\n(%)").Numbers("Agent\n(CPUs)").Numbers("Cost\n(ms)");
        foreach (TimerRow row in rows)
        {
            ReplayResult result = row.Score.Result;
            exits.Row(
                row.Score.Trace.Name,
                row.Timer,
                NumberText.Count(result.Exits.Hlt),
                NumberText.Count(result.Exits.TimerWrite),
                NumberText.Count(result.BusyTimerWriteExits),
                NumberText.Count(result.Exits.TimerExpiry),
                NumberText.Count(result.Exits.Ipi),
                NumberText.Count(row.Exits),
                NumberText.Fixed(row.ExitsPerSecond, 1),
                NumberText.Count(row.ExitsSpared));
            LatencyHistogram? late = result.TimerLateness;
            times.Row(
                row.Score.Trace.Name,
                row.Timer,
                NumberText.Count(late?.Count ?? 0),
                Late(late, 0.5),
                Late(late, 0.99),
                Late(late, 1),
                NumberText.Us(result.Latency.MeanNs),
                NumberText.Us(result.Latency.PercentileNs(0.99)),
                NumberText.Fixed(row.Score.WastePercent, 2),
                NumberText.Fixed(row.AgentCpus, 3),
                NumberText.Fixed(row.Score.CostNs / 1e6, 2));
        }

        exits.WriteTo(console, "VM exits by timer path");
        times.WriteTo(console, "Lateness, latency and waste by timer path");
    }

    public static IEnumerable<string> Legend(IReadOnlyList<TimerRow> rows)
    {
        yield return "Spared: exits fewer than under tsc-deadline. Lateness: from a timer's deadline until the guest has handled its expiry.";
        yield return "Agent: the dedicated CPU of the exitless timer, as CPUs borne by this trace's vCPUs; it is part of the waste.";
        yield return "Timer writes are those of the idle path: the tick's stop (for the next timer) and its restart (for the next tick, taken to be a multiple of the tick period on "
            + "the trace's clock). A next timer that the trace does not tell is the one that woke the vCPU, or taken to lie beyond the next scan.";
        yield return rows.Any(r => r.Score.Result.BusyTimerWrites > 0)
            ? "Busy timer writes: recorded programmings of busy periods, at unknown instants; each is taken to lead by as much as the next timer at the idle entry, or to lie beyond the next scan where that is not known. "
                + "Their time is part of the recorded busy time and of no account here."
            : "The traces do not tell how often timers were programmed in busy periods: those writes are left out.";
    }

    private static string Late(LatencyHistogram? late, double share) => late is { Count: > 0 } ? NumberText.Us(late.PercentileNs(share)) : "-";
}
