using Predictors.Ranking;
using Column = Predictors.Reporting.TableColumn<Predictors.Ranking.Score>;

namespace Predictors.Reporting;

internal static class RankColumns
{
    /// <summary>The columns of a result, with its contender's place at the end; that is not defined where it is not ranked.</summary>
    public static IReadOnlyList<Column> Of(Leaderboard board)
    {
        Dictionary<string, Standing> places = board.Standings
            .DistinctBy(s => s.Contender.Spec, StringComparer.Ordinal)
            .ToDictionary(s => s.Contender.Spec, StringComparer.Ordinal);
        return
        [
            .. RunColumns.All,
            .. ClosedLoopColumns.For(board.Scores),
            Column.Whole("rank", s => PlaceOf(s)?.Rank),
            Column.Number("costRatio", s => PlaceOf(s)?.CostRatio),
            Column.Number("low", s => PlaceOf(s)?.Low),
            Column.Number("high", s => PlaceOf(s)?.High),
            Column.Flag("pareto", s => PlaceOf(s)?.Pareto),
        ];

        Standing? PlaceOf(Score score) => places.GetValueOrDefault(score.Contender.Spec);
    }
}
