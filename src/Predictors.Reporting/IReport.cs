using System.Text.Json;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>What a verb of the command line found, in the three forms in which it can be had.</summary>
public interface IReport
{
    /// <summary>Writes tables for people.</summary>
    /// <param name="console">Where to; see <see cref="ReportConsole"/>.</param>
    void WriteTables(IAnsiConsole console);

    /// <summary>
    /// Writes the members of one JSON object: times in whole ns, null for what is not defined. The object itself, its <c>schema</c> and its
    /// <c>manifest</c> come from <see cref="ReportFiles"/>.
    /// </summary>
    /// <param name="json">Where to.</param>
    void WriteMembers(Utf8JsonWriter json);

    /// <summary>Writes CSV (RFC 4180): a header row, then one row for each result; empty fields for what is not defined.</summary>
    /// <param name="csv">Where to.</param>
    void WriteCsv(TextWriter csv);
}
