using System.Globalization;
using Predictors.Abstractions;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class InfoTables
{
    public static void WriteTo(IAnsiConsole console, InspectedTrace trace)
    {
        (TraceHeader header, TraceInspection inspection, TraceStatistics statistics, IReadOnlyList<RecordedGuest> guests) = trace;
        ReportTable.WriteHeading(console, header.Name);
        RunNotes.WriteTo(console, [.. Notes(header, inspection), .. GuestsOf(guests)]);
        console.WriteLine();
        VcpuTables.WriteLengths(console, inspection, statistics);
        LengthTables.WriteTo(console, statistics);
        WriteSegments(console, inspection);
        VcpuTables.WriteEvents(console, inspection);
        WriteCounts(console, "Events", "Event", inspection.Events);
        WriteOddities(console, inspection);
    }

    private static IEnumerable<string> GuestsOf(IReadOnlyList<RecordedGuest> guests) => guests.Select(g =>
        $"KVM guest {g.Name} (--guest {g.Name}): {string.Join(", ", g.Vcpus.Select(v => string.Create(CultureInfo.InvariantCulture, $"vCPU {v.Vcpu} on thread {v.Thread}")))}.");

    private static IEnumerable<string> Notes(TraceHeader header, TraceInspection inspection)
    {
        string columns = string.Join(", ", KebabText.Of(header.Columns).DefaultIfEmpty("none"));
        yield return $"Format: {header.Format}; clock: {header.Clock}.";
        if (header.SourceName is { } source)
        {
            yield return $"Made from: {source} ({header.SourceFormat ?? "format not told"}).";
        }

        yield return $"From {NumberText.Count(inspection.FirstNs)} ns to {NumberText.Count(inspection.LastNs)} ns: "
            + $"{DurationText.Format((double)inspection.LastNs - inspection.FirstNs)}.";
        yield return $"Optional columns: {columns}.";
        yield return $"SHA-256: {header.Sha256.Digits}.";
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

        table.WriteTo(console, table.IsEmpty ? $"{heading}: none, only segments" : heading);
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
