using Predictors.Abstractions;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class ExplainTables
{
    public static void WriteTo(IAnsiConsole console, ExplainReport report)
    {
        Explanation explanation = report.Explanation;
        double rate = explanation.Options.ExchangeRate;
        bool compares = report.Scores.Count > 1;
        WriteScores(console, report.Scores);
        foreach ((_, string heading, IReadOnlyList<PeriodGroup<string>> groups) in ExplainGroups.Of(explanation))
        {
            WriteGroups(console, heading, groups, explanation.Total, rate, compares);
        }

        string first = compares ? "A" : report.Scores[0].Contender.Predictor;
        WritePeriods(console, explanation.Options.ByAvoidableCost ? $"Where {first} costs most above the clairvoyant" : $"The idle periods that cost {first} most", explanation.Costliest, rate, compares);
        if (compares)
        {
            WritePeriods(console, "Where A costs most more than B", explanation.FirstCostsMore, rate, compares);
            WritePeriods(console, "Where B costs most more than A", explanation.SecondCostsMore, rate, compares);
        }

        foreach ((string spec, IReadOnlyList<FeatureWeight> weights) in report.Weights)
        {
            WriteWeights(console, spec, weights);
        }

        RunNotes.WriteTo(console, RunNotes.Of([report.Scores[0].Trace], report.Settings, rate).Concat(Legend()).Concat(report.Notes));
    }

    private static void WriteScores(IAnsiConsole console, IReadOnlyList<Score> scores)
    {
        ReportTable table = new ReportTable()
            .Words(string.Empty).Prose("Predictor").Numbers("Cost\n(ms)").Numbers("Waste\n(ms)").Numbers("Latency\n(ms)").Numbers("Clairvoyant\n(ms)").Numbers("Regret\n(%)").Numbers("Caught\n(%)");
        foreach ((int i, Score score) in scores.Index())
        {
            table.Row(
                scores.Count == 1 ? string.Empty : i == 0 ? "A" : "B",
                score.Contender.Spec,
                Ms(score.CostNs),
                Ms(score.Result.Accounts.WasteNs),
                Ms(score.Result.Latency.TotalNs),
                Ms(score.ClairvoyantCostNs),
                NumberText.Fixed(score.Regret * 100, 1),
                NumberText.Fixed(score.CaughtPercent, 1));
        }

        table.WriteTo(console, $"Cost on {scores[0].Trace.Name}");
    }

    private static void WriteGroups(
        IAnsiConsole console, string heading, IReadOnlyList<PeriodGroup<string>> groups, PeriodSums total, double rate, bool compares)
    {
        string letter = compares ? " A" : string.Empty;
        ReportTable table = new ReportTable()
            .Words("Idle periods").Numbers("How\nmany").Numbers($"Cost{letter}\n(ms)").Numbers($"Cost{letter}\n(%)").Numbers($"Waste{letter}\n(ms)")
            .Numbers($"Latency{letter}\n(ms)").Numbers("Clairvoyant\n(ms)").Numbers("Avoidable\n(%)");
        if (compares)
        {
            table.Numbers("Cost B\n(ms)").Numbers("A - B\n(ms)");
        }

        double costNs = total.First.CostNs(rate);
        double avoidableNs = costNs - total.ClairvoyantNs;
        foreach (PeriodGroup<string> group in groups)
        {
            PeriodSums sums = group.Sums;
            double groupNs = sums.First.CostNs(rate);
            IEnumerable<string> cells =
            [
                group.Key,
                NumberText.Count(sums.Periods),
                Ms(groupNs),
                NumberText.Percent(groupNs, costNs),
                Ms(sums.First.WasteNs),
                Ms(sums.First.LatencyNs),
                Ms(sums.ClairvoyantNs),
                NumberText.Percent(groupNs - sums.ClairvoyantNs, avoidableNs),
            ];
            double secondNs = sums.Second.CostNs(rate);
            table.Row(compares ? cells.Append(Ms(secondNs)).Append(Ms(groupNs - secondNs)) : cells);
        }

        table.WriteTo(console, heading);
    }

    private static void WritePeriods(IAnsiConsole console, string heading, IReadOnlyList<ExplainedPeriod> periods, double rate, bool compares)
    {
        string letter = compares ? " A" : string.Empty;
        ReportTable table = new ReportTable()
            .Numbers("vCPU").Numbers("Period").Numbers("Entry (ns)").Numbers("Idle\n(us)").Words("Cause").Numbers($"Window{letter}\n(us)").Words($"What happened{letter}")
            .Numbers($"Cost{letter}\n(us)");
        if (compares)
        {
            table.Numbers("Window B\n(us)").Words("What happened B").Numbers("Cost B\n(us)");
        }

        table.Numbers("Clairvoyant\n(us)");
        foreach (ExplainedPeriod period in periods)
        {
            IEnumerable<string> cells =
            [
                NumberText.Count(period.Vcpu),
                NumberText.Count(period.Number),
                NumberText.Count(period.EntryNs),
                NumberText.Us(period.IdleNs),
                KebabText.Of(period.Cause),
                .. Cells(period.First, rate),
            ];
            table.Row([.. cells, .. period.Second is { } second ? Cells(second, rate) : [], NumberText.Us(period.ClairvoyantNs)]);
        }

        if (!table.IsEmpty)
        {
            table.WriteTo(console, heading);
        }
    }

    private static IEnumerable<string> Cells(PeriodSide side, double rate) =>
    [
        side.WindowNs == PollWindow.MaxNs ? "never halts" : NumberText.Us(side.WindowNs),
        KebabText.Of(side.Outcome),
        NumberText.Us(side.Cost.CostNs(rate)),
    ];

    private static void WriteWeights(IAnsiConsole console, string spec, IReadOnlyList<FeatureWeight> weights)
    {
        ReportTable table = new ReportTable().Prose("Feature").Numbers("Share\n(%)");
        foreach (FeatureWeight weight in weights)
        {
            table.Row(weight.Feature, NumberText.Fixed(weight.Share * 100, 1));
        }

        table.WriteTo(console, $"What {spec} goes by");
    }

    private static IEnumerable<string> Legend()
    {
        yield return "Clairvoyant: the least that each idle period could cost, whatever was decided. Avoidable: the cost above that, in % of all that is. "
            + "The groups of each table add up to the run.";
        yield return "What happened: caught (the guest's poll), abandoned (woken between poll and halt), host-caught (the host's poll), halted-after-poll, halted-at-once.";
    }

    private static string Ms(double ns) => NumberText.Fixed(ns / 1e6, 3);
}
