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
        double capacityNs = score.Trace.CapacityNs;
        Write(console, "Time line", capacityNs, Account.TimeLine.Select(a => (a.Name, a.Ns(accounts))), ("span x vCPUs", accounts.TimeLineNs));
        Write(
            console,
            "CPU waste",
            capacityNs,
            Account.Waste.Where(a => !Account.Rare.Contains(a) || a.Ns(accounts) != 0).Select(a => (a.Name, a.Ns(accounts))),
            ("CPU waste", accounts.WasteNs));
    }

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
