using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class RankTable
{
    public static void WriteTo(IAnsiConsole console, Leaderboard board)
    {
        var labels = new ContenderLabels(
            board.Standings.Select(s => s.Contender).Concat(board.LeftOut.Select(l => l.Contender)));
        ReportTable table = new ReportTable()
            .Numbers("Rank").Words("Predictor").Numbers("Cost\nratio").Numbers("95 %\ninterval").Numbers("Regret\n(%)")
            .Numbers("Waste\n(%)").Numbers("Latency\nmean\n(us)").Numbers("Latency\np50\n(us)").Numbers("Latency\np99\n(us)")
            .Numbers("Caught\n(%)").Words("Pareto\nfront");
        foreach (Standing standing in board.Standings)
        {
            table.Row(standing.Rank == 1, Cells(standing, labels.Of(standing.Contender), board.AgainstBound));
        }

        table.WriteTo(console, "Leaderboard");
        WriteLeftOut(console, board.LeftOut, labels);
        WriteShared(console, labels);
    }

    public static IEnumerable<string> Legend(Leaderboard board)
    {
        yield return (board.AgainstBound
            ? "Cost ratio: cost / clairvoyant cost, geometric mean over the traces; regret is what it has above 1. "
            : "Cost ratio: cost / cost of the best predictor on the trace, geometric mean over the traces. ")
            + $"Waste: CPU waste in % of {(board.AgainstBound ? "span" : "elapsed time")} x vCPUs; waste, mean latency and caught: mean over the traces. "
            + "p50 and p99: the wake-ups of all traces together.";
        yield return "Rank: 1 + the number of predictors whose whole interval is lower. "
            + "Pareto front: nobody else has at most this CPU waste and at most this mean latency, and less of one of them.";
        yield return $"95 % intervals: paired block bootstrap, {NumberText.Count(board.Options.Replicates)} replicates, seed {board.Options.Seed}.";
    }

    private static void WriteLeftOut(IAnsiConsole console, IReadOnlyList<LeftOut> leftOut, ContenderLabels labels)
    {
        if (leftOut.Count > 0)
        {
            ReportTable table = new ReportTable().Words("Predictor").Prose("Why");
            foreach ((Contender contender, string reason) in leftOut)
            {
                table.Row(labels.Of(contender), reason);
            }

            table.WriteTo(console, "Not ranked");
        }
    }

    private static void WriteShared(IAnsiConsole console, ContenderLabels labels)
    {
        ReportTable table = new ReportTable().Words("Predictor").Prose("Parameters");
        foreach ((string predictor, string parameters) in labels.Shared())
        {
            table.Row(predictor, parameters);
        }

        if (!table.IsEmpty)
        {
            table.WriteTo(console, "Parameters of all rows of a predictor");
        }
    }

    private static IEnumerable<string> Cells(Standing standing, string label, bool againstBound) =>
    [
        NumberText.Count(standing.Rank),
        label,
        NumberText.Fixed(standing.CostRatio, 3),
        $"{NumberText.Fixed(standing.Low, 3)} to {NumberText.Fixed(standing.High, 3)}",
        NumberText.Fixed(againstBound ? standing.Regret * 100 : null, 1),
        NumberText.Fixed(standing.WastePercent, 2),
        NumberText.Us(standing.MeanLatencyNs),
        NumberText.Us(standing.LatencyP50Ns),
        NumberText.Us(standing.LatencyP99Ns),
        NumberText.Fixed(standing.CaughtPercent, 1),
        standing.Pareto ? "yes" : "no",
    ];
}
