using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class StepCsv
{
    public static void Write(TextWriter csv, StepReport report)
    {
        double rate = report.Walk.ExchangeRate;
        CsvColumn<SteppedDecision>[] columns =
        [
            new("vcpu", d => CsvTable.Number(d.Period.Entry.Vcpu)),
            new("decision", d => CsvTable.Number(d.Number)),
            new("entryNs", d => CsvTable.Number(d.Period.Entry.NowNs)),
            new("busyNs", d => Known(d.Period.Entry.BusyNs)),
            new("nextTimerNs", d => Known(d.Period.Entry.NextTimerNs)),
            new("windowNs", d => CsvTable.Number(d.Period.WindowNs)),
            new("arrivalNs", d => CsvTable.Number(d.Period.ArrivalNs)),
            new("cause", d => KebabText.Of(d.Period.Exit.Cause)),
            new("outcome", d => KebabText.Of(d.Period.Outcome)),
            new("polledNs", d => CsvTable.Number(d.Period.Exit.PolledNs)),
            new("haltNs", d => CsvTable.Number(d.Period.Exit.HaltNs)),
            new("blockedNs", d => CsvTable.Number(d.Period.Accounts.BlockedNs)),
            new("wasteNs", d => CsvTable.Number(d.Period.Cost.WasteNs)),
            new("latencyNs", d => CsvTable.Number(d.Period.Cost.LatencyNs)),
            new("costNs", d => CsvTable.WholeNs(d.Period.Cost.CostNs(rate))),
            new("haltedAtOnceCostNs", d => CsvTable.WholeNs(d.HaltedAtOnce.CostNs(rate))),
            new("polledThroughCostNs", d => CsvTable.WholeNs(d.PolledThrough.CostNs(rate))),
            new("bestWindowNs", d => CsvTable.Number(d.BestWindowNs(rate))),
            new("clairvoyantCostNs", d => CsvTable.WholeNs(d.ClairvoyantNs)),
        ];
        CsvTable.Write(csv, columns, report.Decisions);
    }

    private static string? Known(long ns) => ns < 0 ? null : CsvTable.Number(ns);
}
