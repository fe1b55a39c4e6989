using System.Globalization;
using Predictors.Abstractions;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class InfoTables
{
    public static void WriteTo(IAnsiConsole console, InspectedTrace trace)
    {
        (TraceHeader header, TraceInspection inspection, IReadOnlyList<RecordedGuest> guests) = trace;
        ReportTable.WriteHeading(console, header.Name);
        string columns = string.Join(", ", KebabText.Of(header.Columns).DefaultIfEmpty("none"));
        RunNotes.WriteTo(console,
        [
            $"Format: {header.Format}; clock: {header.Clock}; SHA-256: {header.Sha256}.",
            $"From {NumberText.Count(inspection.FirstNs)} ns to {NumberText.Count(inspection.LastNs)} ns: {DurationText.Format((double)inspection.LastNs - inspection.FirstNs)}.",
            $"Columns beside vCPU, entry and exit: {columns}.",
            .. GuestsOf(guests),
        ]);
        console.WriteLine();
        WriteVcpus(console, inspection);
        WriteSegments(console, inspection);
        WriteCounts(console, "Events", "Event", inspection.Events);
        WriteOddities(console, inspection);
    }

    private static IEnumerable<string> GuestsOf(IReadOnlyList<RecordedGuest> guests) => guests.Select(g =>
        $"KVM guest {g.Name} (--guest {g.Name}): {string.Join(", ", g.Vcpus.Select(v => string.Create(CultureInfo.InvariantCulture, $"vCPU {v.Vcpu} on thread {v.Thread}")))}.");

    private static void WriteVcpus(IAnsiConsole console, TraceInspection inspection)
    {
        double spanNs = (double)inspection.LastNs - inspection.FirstNs;
        ReportTable table = new ReportTable()
            .Numbers("vCPU").Words("Idle from").Numbers("Enters").Numbers("Exits").Numbers("Pairs").Numbers("Exits without\nenter")
            .Numbers("Open\nat end").Numbers("Idle (ns)").Numbers("Idle\n(% of span)").Numbers("Segments").Numbers("Followed\nby a task")
            .Numbers("Gaps").Numbers("Lost\nevents");
        foreach (VcpuInspection vcpu in inspection.Vcpus.Values)
        {
            table.Row(
                vcpu.Vcpu.ToString(CultureInfo.InvariantCulture),
                vcpu.IdleSource,
                NumberText.Count(vcpu.Enters),
                NumberText.Count(vcpu.Exits),
                NumberText.Count(vcpu.Pairs),
                NumberText.Count(vcpu.ExitWithoutEnter),
                NumberText.Count(vcpu.OpenAtEnd),
                NumberText.Count(vcpu.IdleNs),
                NumberText.Percent(vcpu.IdleNs, spanNs),
                NumberText.Count(vcpu.Segments),
                NumberText.Count(vcpu.TaskRan),
                NumberText.Count(vcpu.Gaps),
                LostEvents.Of(vcpu) is { } lost ? NumberText.Count(lost) : "not counted");
        }

        table.WriteTo(console, "vCPUs");
    }

    private static void WriteSegments(IAnsiConsole console, TraceInspection inspection)
    {
        WriteShares(console, "Wake causes", "Cause", [.. Enum.GetValues<WakeCause>().Select(c => (KebabText.Of(c), inspection.Causes[(int)c]))]);
        WriteShares(console, "Arrivals", "Arrival",
        [
            ("measured", inspection.ArrivalsMeasured),
            ("estimated", inspection.ArrivalsEstimated),
            ("unknown", inspection.ArrivalsUnknown),
        ]);
    }

    private static void WriteShares(IAnsiConsole console, string heading, string what, IReadOnlyList<(string Name, long Count)> rows)
    {
        double total = rows.Sum(r => r.Count);
        ReportTable table = new ReportTable().Words(what).Numbers("Segments").Numbers("Share (%)");
        foreach ((string name, long count) in rows)
        {
            table.Row(name, NumberText.Count(count), NumberText.Percent(count, total));
        }

        table.WriteTo(console, heading);
    }

    private static void WriteCounts(IAnsiConsole console, string heading, string what, IEnumerable<KeyValuePair<string, long>> counts)
    {
        ReportTable table = new ReportTable().Words(what).Numbers("Count");
        foreach ((string name, long count) in counts)
        {
            table.Row(name, NumberText.Count(count));
        }

        table.WriteTo(console, heading);
    }

    private static void WriteOddities(IAnsiConsole console, TraceInspection inspection)
    {
        ReportTable table = new ReportTable().Words("Anomaly").Numbers("Count").Words("First at");
        foreach (TraceAnomaly anomaly in inspection.Anomalies)
        {
            table.Row(anomaly.Name, NumberText.Count(anomaly.Count), anomaly.FirstPlace);
        }

        table.WriteTo(console, inspection.Anomalies.Any() ? "Anomalies" : "Anomalies: none");
        RunNotes.WriteTo(console, [$"Lines that were not understood: {NumberText.Count(inspection.UnparsedLines)}.", .. inspection.UnparsedExamples]);
        console.WriteLine();
    }
}
