using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class ContestTables
{
    public static void WriteTo(IAnsiConsole console, ContestReport report)
    {
        foreach (IGrouping<string, ContestBoard> boards in report.Table.Boards.GroupBy(b => b.Class))
        {
            WriteClass(console, boards.Key, [.. boards]);
        }

        RunNotes.WriteTo(console, Notes(report));
    }

    /// <summary>What the reader of the leaderboards has to know.</summary>
    public static IEnumerable<string> Notes(ContestReport report)
    {
        ContestBoard last = report.Table.Boards[^1];
        return RunNotes.Of(last.Leaderboard.Traces, report.Settings, exchangeRate: 1).Where(n => !n.StartsWith("Cost =", StringComparison.Ordinal))
            .Concat(Legend(last.Leaderboard)).Concat(report.Table.Boards.SelectMany(b => b.Leaderboard.Notes).Distinct()).Concat(report.Notes);
    }

    private static void WriteClass(IAnsiConsole console, string name, ContestBoard[] boards)
    {
        ReportTable table = new ReportTable().Words("Predictor");
        foreach (ContestBoard board in boards)
        {
            table.Numbers($"Rank\nrate {NumberText.Exact(board.ExchangeRate)}").Numbers("Cost\nratio").Numbers("95 %\ninterval");
        }

        var labels = new ContenderLabels(boards[0].Leaderboard.Standings.Select(s => s.Contender));
        foreach (Contender contender in boards[0].Leaderboard.Standings.Select(s => s.Contender))
        {
            Standing[] standings = [.. boards.Select(b => b.Leaderboard.Standings.Single(s => s.Contender == contender))];
            table.Row(isGood: standings.All(s => s.Rank == 1), [labels.Of(contender), .. standings.SelectMany(Cells)]);
        }

        int traces = boards[0].Leaderboard.Traces.Count;
        string names = string.Join(", ", boards[0].Leaderboard.Traces.Select(t => t.Name));
        table.WriteTo(console, name == ContestTable.Overall ? $"Overall: {traces} traces" : $"{name}: {names}");
    }

    private static IEnumerable<string> Cells(Standing standing) =>
    [
        NumberText.Count(standing.Rank),
        NumberText.Fixed(standing.CostRatio, 3),
        $"{NumberText.Fixed(standing.Low, 3)} to {NumberText.Fixed(standing.High, 3)}",
    ];

    private static IEnumerable<string> Legend(Leaderboard board)
    {
        yield return "Cost = CPU waste + exchange rate x wake-up latency. Cost ratio: cost / clairvoyant cost, geometric mean over the traces of the class; "
            + "rows are in the order of the first rate.";
        yield return "Rank: 1 + the number of predictors whose whole interval is lower. "
            + $"95 % intervals: paired block bootstrap, {NumberText.Count(board.Options.Replicates)} replicates, seed {board.Options.Seed}.";
    }
}
