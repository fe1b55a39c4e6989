using System.Text.Json;
using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>reproduce</c>: published figures beside simulated ones.</summary>
/// <param name="Tables">The tables that were reproduced.</param>
/// <param name="Unreproduced">Those that can't be, where all were asked for.</param>
public sealed record ReproduceReport(IReadOnlyList<ReproducedTable> Tables, IReadOnlyList<UnreproducedTable> Unreproduced) : IReport
{
    private static readonly CsvColumn<(ReproducedTable Table, ReproducedFigure Figure)>[] s_columns =
    [
        new("table", r => r.Table.Published.Name),
        new("configuration", r => r.Figure.Published.Configuration),
        new("metric", r => r.Figure.Published.Metric),
        new("unit", r => r.Figure.Published.Unit),
        new("publishedLow", r => NumberText.Exact(r.Figure.Published.Low)),
        new("publishedHigh", r => NumberText.Exact(r.Figure.Published.High)),
        new("simulated", r => NumberText.Exact(r.Figure.Simulated)),
        new("errorPercent", r => CsvTable.Defined(r.Figure.Error * 100)),
        new("bar", r => r.Figure.Published.Bar.Text),
        new("fitted", r => r.Figure.IsFitted ? "true" : "false"),
        new("inside", r => r.Figure.IsInside ? "true" : "false"),
        new("profile", r => r.Table.Profile),
        new("source", r => r.Table.Published.Source),
    ];

    /// <summary>Whether every figure meets its bar and every order holds.</summary>
    public bool IsInside => Tables.All(t => t.IsInside);

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        ReproduceTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ReproduceJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Tables.SelectMany(t => t.Figures.Select(f => (t, f))));
    }
}
