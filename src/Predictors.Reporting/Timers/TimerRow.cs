using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>One timer path on one trace.</summary>
/// <param name="Timer">The timer path, as on the command line.</param>
/// <param name="Score">What the predictor did under it.</param>
/// <param name="ExitsSpared">How many exits fewer than under tsc-deadline; negative for more.</param>
public sealed record TimerRow(string Timer, Score Score, long ExitsSpared)
{
    /// <summary>VM exits a second of the scored span, those of recorded busy timer writes included; null for a trace without a span.</summary>
    public double? ExitsPerSecond => Score.Trace.SpanNs > 0 ? Exits * 1e9 / Score.Trace.SpanNs : null;

    /// <summary>VM exits, those of the timer writes in recorded busy periods included.</summary>
    public long Exits => ExitsOf(Score.Result);

    /// <summary>The agent's share in CPUs: 1 where it is burnt for this trace alone; null for a trace without a span.</summary>
    public double? AgentCpus => Score.Trace.SpanNs > 0 ? (double)Score.Result.Accounts.AgentNs / Score.Trace.SpanNs : null;

    /// <summary>Compares timer paths on a trace.</summary>
    /// <param name="scores">The scores by timer path; the first is what the others are held against.</param>
    /// <returns>One row each.</returns>
    public static IReadOnlyList<TimerRow> Compare(IReadOnlyList<(string Timer, Score Score)> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return [.. scores.Select(s => new TimerRow(s.Timer, s.Score, ExitsOf(scores[0].Score.Result) - ExitsOf(s.Score.Result)))];
    }

    private static long ExitsOf(IdlePath.ReplayResult result) => result.Exits.Total + result.BusyTimerWriteExits;
}
