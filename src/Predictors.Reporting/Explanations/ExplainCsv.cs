using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class ExplainCsv
{
    private static readonly CsvColumn<Row>[] s_columns =
    [
        new("grouping", r => r.Grouping),
        new("group", r => r.Group),
        new("periods", r => CsvTable.Number(r.Sums.Periods)),
        new("costNs", r => CsvTable.WholeNs(r.Sums.First.CostNs(r.Rate))),
        new("wasteNs", r => CsvTable.Number(r.Sums.First.WasteNs)),
        new("latencyNs", r => CsvTable.Number(r.Sums.First.LatencyNs)),
        new("clairvoyantCostNs", r => CsvTable.WholeNs(r.Sums.ClairvoyantNs)),
        new("otherCostNs", r => r.Compares ? CsvTable.WholeNs(r.Sums.Second.CostNs(r.Rate)) : null),
        new("otherWasteNs", r => r.Compares ? CsvTable.Number(r.Sums.Second.WasteNs) : null),
        new("otherLatencyNs", r => r.Compares ? CsvTable.Number(r.Sums.Second.LatencyNs) : null),
    ];

    /// <summary>Writes one row for each group of each grouping, the whole first.</summary>
    public static void Write(TextWriter csv, ExplainReport report)
    {
        double rate = report.Explanation.Options.ExchangeRate;
        bool compares = report.Scores.Count > 1;
        CsvTable.Write(csv, s_columns, ExplainGroups.Of(report.Explanation)
            .SelectMany(g => g.Groups.Select(group => new Row(g.Grouping, group.Key, group.Sums, rate, compares)))
            .Prepend(new Row("all", string.Empty, report.Explanation.Total, rate, compares)));
    }

    private sealed record Row(string Grouping, string Group, PeriodSums Sums, double Rate, bool Compares);
}
