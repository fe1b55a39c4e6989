using Predictors.IdlePath;

namespace Predictors.Reporting;

internal static class CalibrationCsv
{
    private static readonly CsvColumn<Row>[] s_columns =
    [
        new("kind", r => r.Kind),
        new("name", r => r.Name),
        new("asleepFromNs", r => r.Times.AsleepFromNs is { } ns ? CsvTable.Number(ns) : null),
        new("count", r => CsvTable.Number(r.Times.Count)),
        new("share", r => NumberText.Exact(r.Quantile.Share)),
        new("ns", r => CsvTable.Number(r.Quantile.Ns)),
        new("lowNs", r => CsvTable.Number(r.Quantile.LowNs)),
        new("highNs", r => CsvTable.Number(r.Quantile.HighNs)),
    ];

    /// <summary>Writes one row for each quantile of what was measured and of what was fitted.</summary>
    public static void Write(TextWriter csv, CalibrationResult result) => CsvTable.Write(
        csv,
        s_columns,
        result.Measured.SelectMany(m => Rows("measured", m.Name, m))
            .Concat(result.Fitted.SelectMany(f => f.Times.SelectMany(t => Rows("fitted", f.Cost, t)))));

    private static IEnumerable<Row> Rows(string kind, string name, MeasuredTimes times) =>
        times.Quantiles.Select(q => new Row(kind, name, times, q));

    private sealed record Row(string Kind, string Name, MeasuredTimes Times, MeasuredQuantile Quantile);
}
