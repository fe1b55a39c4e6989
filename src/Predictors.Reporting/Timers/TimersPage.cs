using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The page of the timer paths: each of them stands where a predictor stands on the page of a ranking.</summary>
internal static class TimersPage
{
    private static readonly PageColumn[] s_exits =
    [
        new("Trace"), new("Timer path"), new("HLT", "exits", 0), new("Timer write", "exits", 0), new("Busy timer write", "exits", 0), new("Timer expiry", "exits", 0),
        new("IPI", "exits", 0), new("All", "exits", 0), new("Rate", "exits a second", 1), new("Spared", "exits", 0),
    ];

    private static readonly PageColumn[] s_times =
    [
        new("Trace"), new("Timer path"), new("Lateness, p50", "us", 2), new("Lateness, p99", "us", 2), new("Lateness, max", "us", 2), new("Latency, mean", "us", 2),
        new("Latency, p99", "us", 2), new("CPU waste", "% of span x vCPUs", 2), new("Agent", "CPUs", 3), new("Cost ratio", Decimals: 3),
    ];

    public static HtmlPage Of(TimersReport report)
    {
        Contender[] timers = [.. report.Rows.Select(r => r.Timer).Distinct().Select(t => new Contender(t, []))];
        RankScope[] each =
        [
            .. report.Rows.GroupBy(r => r.Score.Trace).Select(rows => new RankScope(
                rows.Key.Name,
                [new RankedTrace(rows.Key, rows.ToDictionary(r => new Contender(r.Timer, []), r => r.Score), null, timers)],
                timers)),
        ];
        RankScope[] scopes = each.Length == 1 ? each : [new RankScope("all traces", [.. each.SelectMany(s => s.Traces)], timers), .. each];
        TraceSummary[] traces = [.. report.Rows.Select(r => r.Score.Trace).Distinct()];
        return new HtmlPage
        {
            Title = "Timer paths",
            Verdict = Verdict(report.Rows),
            Contenders = timers,
            ContenderNoun = "timer paths",
            Scopes = [.. scopes.Select(s => s.Name)],
            Sections =
            [
                new TableSection("exits", "VM exits by timer path", s_exits, [.. report.Rows.Select(r => Exits(r, timers))]),
                ExitPicture.Of(report.Rows, timers, scopes),
                RankPictures.Front(scopes, timers),
                RankPictures.Latency(scopes),
                RankPictures.Accounts(scopes),
                new TableSection("times", "Lateness, latency and waste by timer path", s_times, [.. report.Rows.Select(r => Times(r, timers))]),
                RankPageTables.Traces(traces),
            ],
            Notes = [.. RunNotes.Of(traces, report.Settings, report.ExchangeRate), .. TimerTables.Legend(report.Rows), .. report.Notes],
        };
    }

    private static string Verdict(IReadOnlyList<TimerRow> rows)
    {
        var paths = rows.GroupBy(r => r.Timer, (timer, of) => (Timer: timer, Exits: of.Sum(r => r.Exits), Spared: of.Sum(r => r.ExitsSpared))).ToArray();
        if (paths.Length == 0)
        {
            return "Nothing was replayed.";
        }

        (string best, long exits, long spared) = paths.MinBy(p => p.Exits);
        return spared == 0
            ? $"No timer path needs fewer VM exits than {paths[0].Timer}."
            : $"{best} needs the fewest VM exits: {NumberText.Count(exits)}, {NumberText.Percent(spared, paths[0].Exits)} % fewer than {paths[0].Timer}. "
                + $"It burns {Price(rows, best)}; {paths[0].Timer}, {Price(rows, paths[0].Timer)}.";
    }

    private static string Price(IReadOnlyList<TimerRow> rows, string timer)
    {
        Score[] scores = [.. rows.Where(r => r.Timer == timer).Select(r => r.Score)];
        return $"{NumberText.Fixed(scores.Average(s => s.WastePercent), 2)} % of the CPU time at a mean wake-up latency of {DurationText.Format(scores.Average(s => s.Result.Latency.MeanNs))}";
    }

    private static PageCell[] Exits(TimerRow row, Contender[] timers)
    {
        ExitCounts exits = row.Score.Result.Exits;
        return
        [
            PageCell.Of(row.Score.Trace.Name), Path(row, timers), PageCell.Of(exits.Hlt), PageCell.Of(exits.TimerWrite), PageCell.Of(row.Score.Result.BusyTimerWriteExits),
            PageCell.Of(exits.TimerExpiry), PageCell.Of(exits.Ipi), PageCell.Of(row.Exits), PageCell.Of(row.ExitsPerSecond), PageCell.Of(row.ExitsSpared),
        ];
    }

    private static PageCell[] Times(TimerRow row, Contender[] timers)
    {
        LatencyHistogram latency = row.Score.Result.Latency;
        LatencyHistogram? late = row.Score.Result.TimerLateness is { Count: > 0 } some ? some : null;
        return
        [
            PageCell.Of(row.Score.Trace.Name), Path(row, timers), Us(late?.PercentileNs(0.5)), Us(late?.PercentileNs(0.99)), Us(late?.MaxNs), Us(latency.MeanNs),
            Us(latency.PercentileNs(0.99)), PageCell.Of(row.Score.WastePercent), PageCell.Of(row.AgentCpus), PageCell.Of(row.Score.CostRatio),
        ];
    }

    private static PageCell Path(TimerRow row, Contender[] timers) => PageCell.Contender(Array.IndexOf(timers, new Contender(row.Timer, [])));

    private static PageCell Us(double? ns) => PageCell.Of(ns / 1000);
}
