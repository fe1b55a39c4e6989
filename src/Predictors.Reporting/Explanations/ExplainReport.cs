using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>explain</c>: where the cost of a predictor on a trace comes from.</summary>
/// <param name="Scores">The predictor that is explained, and the one that it is compared with, if any.</param>
/// <param name="Explanation">Where the cost comes from.</param>
/// <param name="Weights">How much each feature counts for those predictors that tell it, by SPEC.</param>
/// <param name="Settings">What the runs were made with.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record ExplainReport(
    IReadOnlyList<Score> Scores,
    Explanation Explanation,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<FeatureWeight>>> Weights,
    RunSettings Settings,
    IReadOnlyList<string> Notes) : IReport
{
    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        ExplainTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ExplainJson.Write(json, this);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ExplainCsv.Write(csv, this);
    }
}
