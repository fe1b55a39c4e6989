using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>replay</c>: one predictor on one trace, in detail.</summary>
/// <param name="Score">What the predictor did and what that costs.</param>
/// <param name="Settings">What the run was made with.</param>
/// <param name="ExchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record ReplayReport(Score Score, RunSettings Settings, double ExchangeRate, IReadOnlyList<string> Notes) : IHtmlReport, IParquetReport
{
    /// <summary>What pictures need of the trace, or null where it was not asked for.</summary>
    public TraceDetails? Details { get; init; }

    /// <summary>The predictor ranked by itself, which has its interval; null where it was not asked for.</summary>
    public Standing? Standing { get; init; }

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        ReportTable.WriteHeading(console, $"{Score.Contender.Spec} on {Score.Trace.Name}");
        TraceTable.WriteTo(console, [Score.Trace]);
        ThroughputTable.WriteTo(console, Score.Result.ClosedLoop);
        AccountTables.WriteTo(console, Score);
        CountTables.WriteTo(console, Score.Result);
        CostTables.WriteTo(console, Score);
        RunNotes.WriteTo(console, RunNotes.Of([Score.Trace], Settings, ExchangeRate).Concat(Notes));
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RunJson.WriteTraces(json, [Score.Trace]);
        RunJson.WriteSettings(json, Settings, ExchangeRate);
        RunJson.WriteResults(json, [Score]);
        json.WriteStrings("notes", Notes);
    }

    /// <inheritdoc/>
    public HtmlPage ToPage() => ReplayPage.Of(this);

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, [.. Columns.Select(c => c.ToCsv())], [Score]);
    }

    /// <inheritdoc/>
    public void WriteParquet(Stream parquet, RunManifest? manifest)
    {
        ArgumentNullException.ThrowIfNull(parquet);
        ResultParquet.Write(parquet, Columns, [Score], WriteMembers, manifest);
    }

    private IReadOnlyList<TableColumn<Score>> Columns => [.. RunColumns.All, .. ClosedLoopColumns.For([Score])];
}
