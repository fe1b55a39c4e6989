using System.Text.Json;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>info</c>: what traces hold.</summary>
/// <param name="Traces">The traces, in the order in which they were given.</param>
public sealed record InfoReport(IReadOnlyList<InspectedTrace> Traces) : IReport
{
    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        foreach (InspectedTrace trace in Traces)
        {
            InfoTables.WriteTo(console, trace);
        }
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("traces");
        foreach (InspectedTrace trace in Traces)
        {
            InfoJson.Write(json, trace);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        InfoCsv.Write(csv, Traces);
    }
}
