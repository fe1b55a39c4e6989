using Predictors.IdlePath;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The wake-up latencies, and what the run costs.</summary>
internal static class CostTables
{
    public static void WriteTo(IAnsiConsole console, Score score)
    {
        LatencyHistogram latency = score.Result.Latency;
        ReportTable latencies = new ReportTable()
            .Numbers("Wake-ups").Numbers("Mean (us)").Numbers("p50 (us)").Numbers("p90 (us)").Numbers("p99 (us)")
            .Numbers("p99.9 (us)").Numbers("Max (us)").Numbers("Total (ns)");
        latencies.Row(
            NumberText.Count(latency.Count),
            NumberText.Us(latency.MeanNs),
            NumberText.Us(latency.PercentileNs(0.5)),
            NumberText.Us(latency.PercentileNs(0.9)),
            NumberText.Us(latency.PercentileNs(0.99)),
            NumberText.Us(latency.PercentileNs(0.999)),
            NumberText.Us(latency.MaxNs),
            NumberText.Count(latency.TotalNs));
        latencies.WriteTo(console, "Wake-up latency");
        if (!score.AgainstBound)
        {
            ReportTable alone = new ReportTable().Numbers("Cost (ns)");
            alone.Row(NumberText.WholeNs(score.CostNs));
            alone.WriteTo(console, "Cost");
            return;
        }

        ReportTable cost = new ReportTable().Numbers("Cost (ns)").Numbers("Clairvoyant cost (ns)").Numbers("Regret (%)");
        cost.Row(
            NumberText.WholeNs(score.CostNs),
            NumberText.WholeNs(score.ClairvoyantCostNs),
            NumberText.Fixed(score.Regret * 100, 1));
        cost.WriteTo(console, "Cost");
    }
}
