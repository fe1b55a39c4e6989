using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>step</c>: decisions of one predictor on one vCPU, one by one.</summary>
/// <param name="Walk">What is walked through.</param>
/// <param name="Decisions">The decisions, in time order.</param>
public sealed record StepReport(SteppedWalk Walk, IReadOnlyList<SteppedDecision> Decisions) : IReport
{
    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        StepTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        StepJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        StepCsv.Write(csv, this);
    }
}
