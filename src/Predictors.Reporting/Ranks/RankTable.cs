using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class RankTable
{
    public static void WriteTo(IAnsiConsole console, Leaderboard board)
    {
        ReportTable table = new ReportTable()
            .Numbers("Rank").Words("Predictor").Numbers("Cost\n(x clairvoyant)").Numbers("95 % interval\n(x clairvoyant)")
            .Numbers("Regret\n(%)").Numbers("CPU waste\n(%)").Numbers("Latency\nmean (us)").Numbers("Latency\np50 (us)")
            .Numbers("Latency\np99 (us)").Numbers("Caught\n(%)").Words("Pareto\nfront").Words("Parameters");
        foreach (Standing standing in board.Standings)
        {
            IEnumerable<string> cells = Cells(standing);
            if (standing.Rank == 1)
            {
                table.GoodRow(cells);
            }
            else
            {
                table.Row(cells);
            }
        }

        table.WriteTo(console, "Leaderboard");
        if (board.LeftOut.Count > 0)
        {
            ReportTable leftOut = new ReportTable().Words("Predictor").Words("Why").Words("Parameters");
            foreach ((Contender contender, string reason) in board.LeftOut)
            {
                leftOut.Row(contender.Predictor, reason, Parameters(contender));
            }

            leftOut.WriteTo(console, "Not ranked");
        }
    }

    public static IEnumerable<string> Legend(Leaderboard board)
    {
        yield return "Cost and regret: geometric mean over the traces. CPU waste (of span x vCPUs), mean latency and caught: mean over the traces. "
            + "p50 and p99: the wake-ups of all traces together.";
        yield return "Rank: 1 + the number of predictors whose whole interval is lower. "
            + "Pareto front: nobody else has at most this CPU waste and at most this mean latency, and less of one of them.";
        yield return $"95 % intervals: paired block bootstrap, {NumberText.Count(board.Options.Replicates)} replicates, seed {board.Options.Seed}.";
    }

    private static IEnumerable<string> Cells(Standing standing) =>
    [
        NumberText.Count(standing.Rank),
        standing.Contender.Predictor,
        NumberText.Fixed(standing.CostRatio, 3),
        $"{NumberText.Fixed(standing.Low, 3)} to {NumberText.Fixed(standing.High, 3)}",
        NumberText.Fixed(standing.Regret * 100, 1),
        NumberText.Fixed(standing.WastePercent, 2),
        NumberText.Us(standing.MeanLatencyNs),
        NumberText.Us(standing.LatencyP50Ns),
        NumberText.Us(standing.LatencyP99Ns),
        NumberText.Fixed(standing.CaughtPercent, 1),
        standing.Pareto ? "yes" : "no",
        Parameters(standing.Contender),
    ];

    // Spaces instead of commas: a narrow terminal can break the line there.
    private static string Parameters(Contender contender) =>
        string.Join(' ', contender.Parameters.Select(p => $"{p.Key}={p.Value}"));
}
