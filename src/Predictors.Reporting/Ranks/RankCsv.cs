using Predictors.Ranking;

namespace Predictors.Reporting;

internal static class RankCsv
{
    /// <summary>Writes one row for each result, with its contender's place at the end; that is empty where it is not ranked.</summary>
    public static void Write(TextWriter csv, Leaderboard board)
    {
        Dictionary<string, Standing> places = board.Standings
            .DistinctBy(s => s.Contender.Spec, StringComparer.Ordinal)
            .ToDictionary(s => s.Contender.Spec, StringComparer.Ordinal);
        CsvTable.Write(
            csv,
            [
                .. RunCsv.Columns,
                .. ClosedLoopCsv.For(board.Scores),
                Place("rank", s => CsvTable.Number(s.Rank)),
                Place("costRatio", s => CsvTable.Defined(s.CostRatio)),
                Place("low", s => CsvTable.Defined(s.Low)),
                Place("high", s => CsvTable.Defined(s.High)),
                Place("pareto", s => s.Pareto ? "true" : "false"),
            ],
            board.Scores);

        CsvColumn<Score> Place(string header, Func<Standing, string?> value) =>
            new(header, score => places.TryGetValue(score.Contender.Spec, out Standing? standing) ? value(standing) : null);
    }
}
