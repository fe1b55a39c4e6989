using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The columns that only a closed loop has.</summary>
internal static class ClosedLoopColumns
{
    private static readonly TableColumn<Score>[] s_columns =
    [
        Whole("elapsedNs", l => l.ElapsedNs),
        Whole("recordedElapsedNs", l => l.RecordedElapsedNs),
        Whole("fixedWaitNs", l => l.FixedWaitNs),
        Whole("wakeUps", l => l.WakeUps),
        Whole("wakeUpsAtWork", l => l.AtWork),
        Number("wakeUpsPerSecond", l => l.WakeUpsPerSecond),
        Number("busyPerSecond", l => l.BusyPerSecond),
        Number("roundTripsPerSecond", l => l.RoundTripsPerSecond),
        Number("recordedRoundTripsPerSecond", l => l.RecordedRoundTripsPerSecond),
    ];

    /// <summary>The columns for some scores: none where no score is of a closed loop.</summary>
    public static IReadOnlyList<TableColumn<Score>> For(IEnumerable<Score> scores) =>
        scores.Any(s => s.Result.ClosedLoop is not null) ? s_columns : [];

    private static TableColumn<Score> Whole(string name, Func<ClosedLoopResult, long> value) =>
        TableColumn<Score>.Whole(name, score => score.Result.ClosedLoop is { } loop ? value(loop) : null);

    private static TableColumn<Score> Number(string name, Func<ClosedLoopResult, double?> value) =>
        TableColumn<Score>.Number(name, score => score.Result.ClosedLoop is { } loop ? value(loop) : null);
}
