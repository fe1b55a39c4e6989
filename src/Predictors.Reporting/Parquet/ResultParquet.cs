using System.Text.Json;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>Writes results as Parquet.</summary>
internal static class ResultParquet
{
    public static void Write(
        Stream parquet, IReadOnlyList<TableColumn<Score>> columns, IEnumerable<Score> scores, Action<Utf8JsonWriter> members, RunManifest? manifest)
    {
        var table = new ParquetTable<Score>(parquet, [.. columns.Select(c => c.ToParquet())]);
        foreach (Score score in scores)
        {
            table.Add(in score);
        }

        table.Complete(ParquetMetadata.Of(members, manifest));
    }
}
