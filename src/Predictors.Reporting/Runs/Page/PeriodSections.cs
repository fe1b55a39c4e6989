using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The sections of a page that show single idle periods.</summary>
internal static class PeriodSections
{
    /// <summary>How many lanes a strip has at most.</summary>
    public const int Lanes = 8;

    private static readonly PageColumn[] s_costly =
    [
        new("Entry", "s on the trace's clock", 6), new("vCPU", Decimals: 0), new("Idle for", "us", 2), new("Woken by"), new("Poll window", "us", 2), new("What happened"),
        new("CPU waste", "us", 2), new("Wake-up latency", "us", 2), new("Cost", "us", 2),
    ];

    /// <summary>A lane for each of the first few predictors, on the vCPU with the most idle periods.</summary>
    public static IEnumerable<HtmlSection> Strip(string trace, IReadOnlyList<PeriodDetails?> periods, string why = "")
    {
        StripLane[] lanes =
        [
            .. periods.Select((p, i) => new StripLane(i, p?.Stretch ?? [])).Where(l => l.Periods.Count > 0).Take(Lanes),
        ];
        if (lanes.Length > 0)
        {
            int count = lanes[0].Periods.Count;
            yield return new StripSection(
                "strip", $"vCPU {lanes[0].Periods[0].Entry.Vcpu} of {trace}, decision by decision", [.. lanes.Where(l => l.Periods.Count == count)])
            {
                Text = $"The first {NumberText.Count(count)} scored idle periods of the vCPU that has the most{Of(lanes.Length, periods.Count)}.{why} Zoom out and each pixel "
                    + "shows what took the most of its time. Point at an instant to read the decision.",
            };
        }
    }

    /// <summary>The idle periods that cost one predictor most.</summary>
    public static IEnumerable<HtmlSection> Costliest(string trace, string label, PeriodDetails? periods, double exchangeRate, bool all)
    {
        if (periods is not null && periods.Costliest.Count > 0)
        {
            string among = all ? $"all {NumberText.Count(periods.Seen)}" : $"the first {NumberText.Count(periods.Seen)}";
            yield return new TableSection(
                "costliest", "The idle periods that cost most", s_costly, [.. periods.Costliest.Select(p => Row(p, exchangeRate))])
            {
                Text = $"Under {label}, among {among} scored idle periods of {trace}. Cost = CPU waste + {NumberText.Exact(exchangeRate)} x wake-up latency.",
            };
        }
    }

    private static string Of(int shown, int all) => shown < all ? $", under the first {shown} of the {all} predictors" : string.Empty;

    private static PageCell[] Row(ReplayedPeriod period, double exchangeRate) =>
    [
        PageCell.Of(period.Entry.NowNs / 1e9),
        PageCell.Of(period.Entry.Vcpu),
        Us(period.ArrivalNs),
        PageCell.Of(KebabText.Of(period.Exit.Cause)),
        Us(period.WindowNs),
        PageCell.Of(period.Outcome switch
        {
            PeriodOutcome.Caught => "caught while polling",
            PeriodOutcome.Abandoned => "woken on the way into the halt",
            PeriodOutcome.HostCaught => "halted, caught by the host's poll",
            PeriodOutcome.HaltedAfterPoll => "polled in vain, halted",
            _ => "halted at once",
        }),
        Us(period.Cost.WasteNs),
        Us(period.Cost.LatencyNs),
        Us(period.Cost.CostNs(exchangeRate)),
    ];

    private static PageCell Us(double ns) => PageCell.Of(ns / 1000);
}
