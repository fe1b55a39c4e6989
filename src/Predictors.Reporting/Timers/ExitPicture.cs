using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The picture of the VM exits: a part for each kind.</summary>
internal static class ExitPicture
{
    // The writes of idle and of busy periods are of one family.
    private static readonly (string Name, string Family, Func<TimerRow, long> Of)[] s_kinds =
    [
        ("HLT", "host", r => r.Score.Result.Exits.Hlt),
        ("timer write, idle", "guest", r => r.Score.Result.Exits.TimerWrite),
        ("timer write, busy", "guest", r => r.Score.Result.BusyTimerWriteExits),
        ("timer expiry", "overhead", r => r.Score.Result.Exits.TimerExpiry),
        ("IPI", "elsewhere", r => r.Score.Result.Exits.Ipi),
        ("PAUSE loop", "recorded", r => r.Score.Result.Exits.PauseLoop),
    ];

    /// <param name="rows">All rows.</param>
    /// <param name="timers">The timer paths, in the page's order.</param>
    /// <param name="scopes">What is shown together.</param>
    public static StackSection Of(IReadOnlyList<TimerRow> rows, IReadOnlyList<Contender> timers, IReadOnlyList<RankScope> scopes) => new("exit-kinds", "VM exits by kind")
    {
        Text = "How many exits a second each timer path takes, those of timer writes in recorded busy periods included (striped). To the left is better.",
        Parts = [.. s_kinds.Select(k => new StackPart(k.Name, k.Family, [0]))],
        Views = [new("exits", "VM exits (per second of the span)", " /s")],
        Scopes = [.. scopes.Select(scope => Bars(scope, rows, timers))],
    };

    private static StackBar[]? Bars(RankScope scope, IReadOnlyList<TimerRow> rows, IReadOnlyList<Contender> timers)
    {
        HashSet<TraceSummary> traces = [.. scope.Traces.Select(t => t.Trace)];
        double seconds = traces.Sum(t => t.SpanNs) / 1e9;
        return seconds > 0
            ? [.. timers.Select((timer, i) => new StackBar(
                i,
                [.. s_kinds.Select(k => rows.Where(r => r.Timer == timer.Predictor && traces.Contains(r.Score.Trace)).Sum(k.Of) / seconds)]))]
            : null;
    }
}
