using Predictors.Abstractions;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>How long the idle periods are, drawn, and what fixed windows would have met.</summary>
internal static class LengthTables
{
    private const int BarWidth = 40;

    public static void WriteTo(IAnsiConsole console, TraceStatistics statistics)
    {
        LengthHistogram idle = statistics.Idle;
        long total = idle.Total;
        if (total == 0)
        {
            return;
        }

        WriteHistogram(console, idle, total);
        WriteWindows(console, statistics, total);
    }

    private static void WriteHistogram(IAnsiConsole console, LengthHistogram idle, long total)
    {
        LengthBin[] bins = [.. idle.Bins];
        double most = bins.Max(b => b.Count);
        ReportTable table = new ReportTable().Numbers("From").Numbers("Segments").Numbers("Share (%)").Words("");
        foreach (LengthBin bin in bins)
        {
            table.Row(
                bin.FromNs == 0 ? "0 ns" : DurationText.Format(bin.FromNs),
                NumberText.Count(bin.Count),
                NumberText.Percent(bin.Count, total),
                BarText.Of(bin.Count, most, BarWidth));
        }

        table.WriteTo(console, "Idle lengths, each row up to the next");
    }

    private static void WriteWindows(IAnsiConsole console, TraceStatistics statistics, long total)
    {
        double coveredNs = statistics.CoveredNs;
        ReportTable table = new ReportTable().Numbers("Poll window").Numbers("Caught").Numbers("Caught (%)").Numbers("Polling (% of\ncovered time)");
        foreach (PollWindowShare window in statistics.PollWindows)
        {
            table.Row(
                Duration.Format(window.WindowNs),
                NumberText.Count(window.Caught),
                NumberText.Percent(window.Caught, total),
                NumberText.Percent(window.PollNs, coveredNs));
        }

        table.WriteTo(console, "What a fixed poll window would have caught, without the costs of a machine");
    }
}
