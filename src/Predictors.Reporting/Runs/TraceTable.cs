using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The traces of a run.</summary>
internal static class TraceTable
{
    public static void WriteTo(IAnsiConsole console, IReadOnlyList<TraceSummary> traces)
    {
        ReportTable table = new ReportTable()
            .Words("Trace").Numbers("vCPUs").Numbers("Span\n(s)").Numbers("Idle\nperiods")
            .Numbers("Arrivals\nmeasured (%)").Numbers("Arrivals\nestimated (%)").Numbers("Arrivals\nunknown (%)");
        foreach (TraceSummary trace in traces)
        {
            ArrivalCounts arrivals = trace.Arrivals;
            table.Row(
                trace.Name,
                NumberText.Count(trace.Vcpus),
                NumberText.Fixed(trace.SpanNs / 1e9, 3),
                NumberText.Count(trace.IdlePeriods),
                NumberText.Percent(arrivals.Measured, arrivals.Total),
                NumberText.Percent(arrivals.Estimated, arrivals.Total),
                NumberText.Percent(arrivals.Unknown, arrivals.Total));
        }

        table.WriteTo(console, "Traces");
    }
}
