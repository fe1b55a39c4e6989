using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>tune</c>: the recommended setting, what it gains, how sharp the optimum is, and how to apply it.</summary>
/// <param name="Result">What came of the tuning.</param>
/// <param name="Settings">What the runs were made with.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record TuneReport(TuningResult Result, RunSettings Settings, IReadOnlyList<string> Notes) : IReport
{
    private static readonly CsvColumn<SettingFigures>[] s_columns =
    [
        new("predictor", f => f.Setting.Predictor),
        new("parameters", f => f.Setting.ParameterText),
        new("part", f => f.Part),
        new("costRatio", f => CsvTable.Defined(f.CostRatio)),
        new("wastePercent", f => CsvTable.Defined(f.WastePercent)),
        new("latencyMeanNs", f => CsvTable.WholeNs(f.Latency.MeanNs)),
        new("latencyP50Ns", f => CsvTable.Number(f.Latency.PercentileNs(0.5))),
        new("latencyP99Ns", f => CsvTable.Number(f.Latency.PercentileNs(0.99))),
        new("caughtPercent", f => CsvTable.Defined(f.CaughtPercent)),
    ];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        TuneTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        TuneJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Result.Figures);
    }
}
