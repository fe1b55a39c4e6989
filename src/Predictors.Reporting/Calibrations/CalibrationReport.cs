using System.Text.Json;
using Predictors.IdlePath;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>calibrate</c>: what was measured, which costs follow from it, and which come from the base profile.</summary>
/// <param name="Result">What the calibration found.</param>
public sealed record CalibrationReport(CalibrationResult Result) : IReport
{
    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        CalibrationTables.WriteTo(console, Result);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        CalibrationJson.Write(json, Result);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CalibrationCsv.Write(csv, Result);
    }
}
