using System.Text.Json;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>plugins</c>: what was found, and what was refused and why.</summary>
/// <param name="Predictors">The predictors that can be used.</param>
/// <param name="Refused">What can't be used.</param>
public sealed record PluginsReport(IReadOnlyList<ListedPredictor> Predictors, IReadOnlyList<ListedRefusal> Refused) : IReport
{
    /// <summary>What is probably not meant in plugins that can be used.</summary>
    public IReadOnlyList<ListedWarning> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        PluginTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        PluginJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        PluginCsv.Write(csv, this);
    }
}
