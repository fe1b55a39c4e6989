using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>rank</c>: the leaderboard.</summary>
/// <param name="Leaderboard">The leaderboard.</param>
/// <param name="Settings">What the runs were made with.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record RankReport(Leaderboard Leaderboard, RunSettings Settings, IReadOnlyList<string> Notes) : IHtmlReport, IParquetReport
{
    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        TraceTable.WriteTo(console, Leaderboard.Traces);
        RankTable.WriteTo(console, Leaderboard);
        RunNotes.WriteTo(console, RunNotes.Of(Leaderboard.Traces, Settings, Leaderboard.Options.ExchangeRate)
            .Concat(RankTable.Legend(Leaderboard)).Concat(Leaderboard.Notes).Concat(Notes));
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RankJson.Write(json, this);
    }

    /// <inheritdoc/>
    public HtmlPage ToPage() => RankPage.Of(this);

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, [.. RankColumns.Of(Leaderboard).Select(c => c.ToCsv())], Leaderboard.Scores);
    }

    /// <inheritdoc/>
    public void WriteParquet(Stream parquet, RunManifest? manifest)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        ResultParquet.Write(parquet, RankColumns.Of(Leaderboard), Leaderboard.Scores, json => RankJson.WriteDescription(json, this), manifest);
    }
}
