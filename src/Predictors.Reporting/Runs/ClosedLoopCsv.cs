using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The columns that only a closed loop has.</summary>
internal static class ClosedLoopCsv
{
    private static readonly CsvColumn<Score>[] s_columns =
    [
        Of("elapsedNs", l => CsvTable.Number(l.ElapsedNs)),
        Of("recordedElapsedNs", l => CsvTable.Number(l.RecordedElapsedNs)),
        Of("fixedWaitNs", l => CsvTable.Number(l.FixedWaitNs)),
        Of("wakeUps", l => CsvTable.Number(l.WakeUps)),
        Of("wakeUpsAtWork", l => CsvTable.Number(l.AtWork)),
        Of("wakeUpsPerSecond", l => CsvTable.Defined(l.WakeUpsPerSecond)),
        Of("busyPerSecond", l => CsvTable.Defined(l.BusyPerSecond)),
        Of("roundTripsPerSecond", l => CsvTable.Defined(l.RoundTripsPerSecond)),
        Of("recordedRoundTripsPerSecond", l => CsvTable.Defined(l.RecordedRoundTripsPerSecond)),
    ];

    /// <summary>The columns for some scores: none where no score is of a closed loop.</summary>
    public static IReadOnlyList<CsvColumn<Score>> For(IEnumerable<Score> scores) =>
        scores.Any(s => s.Result.ClosedLoop is not null) ? s_columns : [];

    private static CsvColumn<Score> Of(string header, Func<ClosedLoopResult, string?> value) =>
        new(header, score => score.Result.ClosedLoop is { } loop ? value(loop) : null);
}
