using System.Text.Json;
using Predictors.IdlePath;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>verify</c>: a predictor's decisions held against those of the recording kernel.</summary>
/// <param name="Contender">The predictor and its parameters.</param>
/// <param name="Trace">The recording's name.</param>
/// <param name="PlaceUnit">What the places in the recording count: <c>line</c> or <c>byte</c>.</param>
/// <param name="Result">What was compared, and what differs.</param>
public sealed record VerifyReport(Contender Contender, string Trace, string PlaceUnit, VerificationResult Result) : IReport
{
    private static readonly CsvColumn<VerifyReport>[] s_columns =
    [
        new("predictor", r => r.Contender.Predictor),
        new("parameters", r => r.Contender.ParameterText),
        new("trace", r => r.Trace),
        new("agrees", r => r.Result.Agrees ? "true" : "false"),
        new("decisions", r => CsvTable.Number(r.Result.Decisions)),
        new("equal", r => CsvTable.Number(r.Result.Equal)),
        new("different", r => CsvTable.Number(r.Result.Different)),
        new("notCompared", r => CsvTable.Number(r.Result.NotCompared)),
        new("withoutDecision", r => CsvTable.Number(r.Result.WithoutDecision)),
    ];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        VerifyTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        VerifyJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, [this]);
    }
}
