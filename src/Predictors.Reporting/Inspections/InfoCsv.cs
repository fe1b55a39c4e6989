using Predictors.Traces;

namespace Predictors.Reporting;

internal static class InfoCsv
{
    private static readonly CsvColumn<(InspectedTrace Trace, VcpuInspection Vcpu)>[] s_columns =
    [
        new("name", r => r.Trace.Header.Name),
        new("format", r => r.Trace.Header.Format),
        new("clock", r => r.Trace.Header.Clock),
        new("sha256", r => r.Trace.Header.Sha256.Digits),
        new("firstNs", r => CsvTable.Number(r.Trace.Inspection.FirstNs)),
        new("lastNs", r => CsvTable.Number(r.Trace.Inspection.LastNs)),
        new("vcpu", r => CsvTable.Number(r.Vcpu.Vcpu)),
        new("enters", r => CsvTable.Number(r.Vcpu.Enters)),
        new("exits", r => CsvTable.Number(r.Vcpu.Exits)),
        new("pairs", r => CsvTable.Number(r.Vcpu.Pairs)),
        new("exitWithoutEnter", r => CsvTable.Number(r.Vcpu.ExitWithoutEnter)),
        new("openAtEnd", r => CsvTable.Number(r.Vcpu.OpenAtEnd)),
        new("idleNs", r => CsvTable.Number(r.Vcpu.IdleNs)),
        new("idleSource", r => r.Vcpu.IdleSource),
        new("segments", r => CsvTable.Number(r.Vcpu.Segments)),
        new("taskRan", r => CsvTable.Number(r.Vcpu.TaskRan)),
        new("lostEvents", r => LostEvents.Of(r.Vcpu) is { } lost ? CsvTable.Number(lost) : null),
        new("gaps", r => CsvTable.Number(r.Vcpu.Gaps)),
        new("busyNs", r => Of(r)?.BusyNs is { } busy ? CsvTable.Number(busy) : null),
        new("busyShare", r => CsvTable.Defined(Of(r)?.BusyShare)),
        new("meanIdleNs", r => CsvTable.Defined(Of(r)?.MeanIdleNs)),
        new("meanBusyNs", r => CsvTable.Defined(Of(r)?.MeanBusyNs)),
        new("correlation", r => CsvTable.Defined(Of(r)?.Correlation)),
        new("logCorrelation", r => CsvTable.Defined(Of(r)?.LogCorrelation)),
    ];

    /// <summary>Writes one row for each vCPU of each trace.</summary>
    public static void Write(TextWriter csv, IEnumerable<InspectedTrace> traces) =>
        CsvTable.Write(csv, s_columns, traces.SelectMany(t => t.Inspection.Vcpus.Values.Select(v => (t, v))));

    private static VcpuStatistics? Of((InspectedTrace Trace, VcpuInspection Vcpu) row) =>
        row.Trace.Statistics.Vcpus.GetValueOrDefault(row.Vcpu.Vcpu);
}
