using Predictors.IdlePath;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>Where the time went: the time line, and the CPU waste.</summary>
internal static class AccountTables
{
    public static void WriteTo(IAnsiConsole console, Score score)
    {
        IdleAccounts accounts = score.Result.Accounts;
        double capacityNs = score.CapacityNs;
        bool closed = score.Result.ClosedLoop is not null;
        IEnumerable<(string Name, long Ns)> timeLine = Account.TimeLine.Select(a => (a.Name, a.Ns(accounts)));
        Write(
            console,
            "Time line",
            capacityNs,
            closed ? timeLine.Concat(AfterArrival(accounts)) : timeLine,
            (closed ? "elapsed time x vCPUs" : "span x vCPUs", accounts.TimeLineNs));
        Write(
            console,
            "CPU waste",
            capacityNs,
            Account.Waste.Where(a => !Account.Rare.Contains(a) || a.Ns(accounts) != 0).Select(a => (a.Name, a.Ns(accounts))),
            ("CPU waste", accounts.WasteNs));
    }

    private static IEnumerable<(string Name, long Ns)> AfterArrival(IdleAccounts accounts) =>
    [
        ("overhead after the arrival", accounts.WakeUpOverheadNs),
        ("wake-up without CPU: C-state exit, IPI on its way", accounts.WakeUpWaitNs),
        ("work held up by IPIs that it sent", accounts.WakerIpiOnTimeLineNs),
    ];

    private static void Write(
        IAnsiConsole console, string heading, double capacityNs, IEnumerable<(string Name, long Ns)> rows, (string Name, long Ns) sum)
    {
        ReportTable table = new ReportTable().Words("Account").Numbers("Time (ns)").Words("Time").Numbers("Of span x vCPUs (%)");
        foreach ((string name, long ns) in rows)
        {
            table.Row(Cells(name, ns, capacityNs));
        }

        table.SumRow(Cells("= " + sum.Name, sum.Ns, capacityNs));
        table.WriteTo(console, heading);
    }

    private static IEnumerable<string> Cells(string name, long ns, double capacityNs) =>
    [
        name,
        NumberText.Count(ns),
        DurationText.Format(ns),
        NumberText.Fixed(capacityNs > 0 ? ns / capacityNs * 100 : null, 3),
    ];
}
