using System.Globalization;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>What a trace holds of each vCPU.</summary>
internal static class VcpuTables
{
    /// <summary>How idle and how busy each vCPU is.</summary>
    public static void WriteLengths(IAnsiConsole console, TraceInspection inspection, TraceStatistics statistics)
    {
        double spanNs = (double)inspection.LastNs - inspection.FirstNs;
        ReportTable table = new ReportTable()
            .Numbers("vCPU").Numbers("Segments").Numbers("Busy\n(%)").Numbers("Covered\n(%)").Numbers("Mean\nidle").Numbers("Mean\nbusy")
            .Numbers("Followed by\na task (%)").Numbers("Serial\ncorr.").Numbers("Of\nlogs");
        foreach (VcpuInspection vcpu in inspection.Vcpus.Values)
        {
            VcpuStatistics lengths = statistics.Vcpus.GetValueOrDefault(vcpu.Vcpu) ?? new VcpuStatistics();
            double coveredNs = (double)lengths.BusyNs + lengths.IdleNs + lengths.WakeUpNs;
            table.Row(
                Number(vcpu),
                NumberText.Count(lengths.Segments),
                NumberText.Percent(lengths.BusyNs, coveredNs),
                NumberText.Percent(coveredNs, spanNs),
                lengths.Segments > 0 ? DurationText.Format(lengths.MeanIdleNs) : NumberText.Undefined,
                lengths.BusyPeriods > 0 ? DurationText.Format(lengths.MeanBusyNs) : NumberText.Undefined,
                NumberText.Percent(vcpu.TaskRan, vcpu.Segments),
                NumberText.Fixed(lengths.Correlation, 3),
                NumberText.Fixed(lengths.LogCorrelation, 3));
        }

        table.WriteTo(console, "vCPUs");
        RunNotes.WriteTo(console,
        [
            "Idle: from entry to the arrival of the wake-up event. Busy: in % of the time that the segments cover.",
            "Serial correlation: of an idle length with the next one, and of their logarithms.",
        ]);
        console.WriteLine();
    }

    /// <summary>The idle entries and exits that were recorded, and what was lost.</summary>
    public static void WriteEvents(IAnsiConsole console, TraceInspection inspection)
    {
        ReportTable table = new ReportTable()
            .Numbers("vCPU").Words("Idle from").Numbers("Enters").Numbers("Exits").Numbers("Pairs").Numbers("Exits\nalone")
            .Numbers("Open\nat end").Numbers("Idle").Numbers("Gaps").Numbers("Lost\nevents");
        foreach (VcpuInspection vcpu in inspection.Vcpus.Values)
        {
            table.Row(
                Number(vcpu),
                vcpu.IdleSource,
                NumberText.Count(vcpu.Enters),
                NumberText.Count(vcpu.Exits),
                NumberText.Count(vcpu.Pairs),
                NumberText.Count(vcpu.ExitWithoutEnter),
                NumberText.Count(vcpu.OpenAtEnd),
                DurationText.Format(vcpu.IdleNs),
                NumberText.Count(vcpu.Gaps),
                LostEvents.Of(vcpu) is { } lost ? NumberText.Count(lost) : "not counted");
        }

        table.WriteTo(console, "Idle entries and exits as recorded");
    }

    private static string Number(VcpuInspection vcpu) => vcpu.Vcpu.ToString(CultureInfo.InvariantCulture);
}
