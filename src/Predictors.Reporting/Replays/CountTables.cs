using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>How often what happened: idle periods and their ends, IPIs, VM exits.</summary>
internal static class CountTables
{
    public static void WriteTo(IAnsiConsole console, ReplayResult result)
    {
        Write(console, "Idle periods", result.IdlePeriods,
        [
            ("caught by the guest's poll", result.Caught),
            ("woken before HLT", result.Abandoned),
            ("halted", result.Halts),
        ], ("idle periods", result.Caught + result.Abandoned + result.Halts));
        Write(console, "Wake-ups", result.IdlePeriods,
        [
            ("halts caught by the host's poll", result.HostCaught),
            ("IPIs sent", result.IpisSent),
            ("IPIs spared", result.IpisSpared),
        ]);
        ExitCounts exits = result.Exits;
        Write(console, "VM exits", result.IdlePeriods,
        [
            ("HLT", exits.Hlt),
            ("timer write", exits.TimerWrite),
            ("IPI (the waker's exit)", exits.Ipi),
            ("timer expiry", exits.TimerExpiry),
            .. exits.PauseLoop == 0 ? Array.Empty<(string, long)>() : [("PAUSE loop", exits.PauseLoop)],
        ], ("VM exits", exits.Total));
    }

    private static void Write(
        IAnsiConsole console, string heading, long idlePeriods, IEnumerable<(string Name, long Count)> rows, (string Name, long Count)? sum = null)
    {
        ReportTable table = new ReportTable().Words("What").Numbers("Count").Numbers("Per 100\nidle periods");
        foreach ((string name, long count) in rows)
        {
            table.Row(Cells(name, count, idlePeriods));
        }

        if (sum is { } all)
        {
            table.SumRow(Cells("= " + all.Name, all.Count, idlePeriods));
        }

        table.WriteTo(console, heading);
    }

    private static IEnumerable<string> Cells(string name, long count, long idlePeriods) =>
        [name, NumberText.Count(count), NumberText.Fixed(idlePeriods > 0 ? (double)count / idlePeriods * 100 : null, 2)];
}
