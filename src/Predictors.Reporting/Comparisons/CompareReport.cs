using System.Text.Json;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>compare</c>: which predictors got better or worse.</summary>
/// <param name="Before">The file of the earlier result.</param>
/// <param name="After">The file of the later result.</param>
/// <param name="Comparison">What changed.</param>
public sealed record CompareReport(string Before, string After, Comparison Comparison) : IReport
{
    private static readonly CsvColumn<ComparedContender>[] s_columns =
    [
        new("predictor", c => c.Contender.Predictor),
        new("parameters", c => c.Contender.ParameterText),
        new("change", c => KebabText.Of(c.Change)),
        new("costRatioBefore", c => CsvTable.Defined(c.Before?.CostRatio)),
        new("lowBefore", c => CsvTable.Defined(c.Before?.Low)),
        new("highBefore", c => CsvTable.Defined(c.Before?.High)),
        new("costRatioAfter", c => CsvTable.Defined(c.After?.CostRatio)),
        new("lowAfter", c => CsvTable.Defined(c.After?.Low)),
        new("highAfter", c => CsvTable.Defined(c.After?.High)),
        new("mostChangedTrace", c => c.Most?.Trace),
        new("mostChangedPercent", c => CsvTable.Defined(c.Most?.ChangePercent)),
    ];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        CompareTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        CompareJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Comparison.Contenders);
    }
}
