using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class CalibrationTables
{
    public static void WriteTo(IAnsiConsole console, CalibrationResult result)
    {
        ReportTable.WriteHeading(console, $"{result.Profile.Name}: {result.Fitted.Count} costs fitted, {result.FromBase.Count} from {result.BaseName}");
        WriteTraces(console, result);
        WriteTimes(console, "Measured (us; median with its 95 % interval)", result.Measured.Select(m => (m.Name, m.Meaning, m)));
        WriteTimes(console, "Fitted costs (us)", result.Fitted.SelectMany(f => f.Times.Select(t => (f.Cost, f.How, t))));
        WriteFromBase(console, result);
        if (result.TickPeriodNs is { } tickNs)
        {
            ReportTable.WriteHeading(console, $"Tick period: {DurationText.Format(tickNs)}");
            console.WriteLine();
        }

        RunNotes.WriteTo(console, result.Notes);
    }

    private static void WriteTraces(IAnsiConsole console, CalibrationResult result)
    {
        ReportTable table = new ReportTable().Words("Trace").Words("Format").Numbers("Idle\nsegments").Words("Read from");
        foreach (CalibratedTrace trace in result.Traces)
        {
            table.Row(trace.Name, trace.Format, NumberText.Count(trace.Segments), trace.HasEvents ? "kernel events" : "segments alone");
        }

        table.WriteTo(console, "Traces");
    }

    private static void WriteTimes(IAnsiConsole console, string heading, IEnumerable<(string Name, string Meaning, MeasuredTimes Times)> rows)
    {
        ReportTable table = new ReportTable()
            .Words("What").Words("Asleep\nfrom").Numbers("Times").Numbers("p10").Numbers("p50").Numbers("from").Numbers("to").Numbers("p90").Numbers("p99")
            .Prose("Meaning");
        (string Name, string Meaning) last = default;
        foreach ((string name, string meaning, MeasuredTimes times) in rows)
        {
            bool again = last == (name, meaning);
            MeasuredQuantile? median = times.At(0.5);
            table.Row(
                again ? string.Empty : name,
                times.AsleepFromNs is { } fromNs ? DurationText.Format(fromNs) : string.Empty,
                NumberText.Count(times.Count),
                Us(times.At(0.1)?.Ns),
                Us(median?.Ns),
                Us(median?.LowNs),
                Us(median?.HighNs),
                Us(times.At(0.9)?.Ns),
                Us(times.At(0.99)?.Ns),
                again ? string.Empty : meaning);
            last = (name, meaning);
        }

        table.WriteTo(console, heading);
    }

    private static void WriteFromBase(IAnsiConsole console, CalibrationResult result)
    {
        ReportTable table = new ReportTable().Words("Cost").Prose("Why");
        foreach (BaseCost cost in result.FromBase)
        {
            table.Row(cost.Cost, cost.Why);
        }

        table.WriteTo(console, $"Not seen, taken from {result.BaseName}");
    }

    private static string Us(long? ns) => ns is { } value ? NumberText.Us(value) : NumberText.Undefined;
}
