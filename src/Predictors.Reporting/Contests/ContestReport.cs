using System.Globalization;
using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>contest</c>: the leaderboards by class of traces and exchange rate.</summary>
/// <param name="Table">The leaderboards.</param>
/// <param name="Settings">What the runs were made with.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record ContestReport(ContestTable Table, RunSettings Settings, IReadOnlyList<string> Notes) : IReport, IHtmlReport
{
    // Four decimals: the last digits of a logarithm are not the same on every machine.
    private static readonly CsvColumn<Row>[] s_columns =
    [
        new("class", r => r.Board.Class),
        new("exchangeRate", r => NumberText.Exact(r.Board.ExchangeRate)),
        new("traces", r => CsvTable.Number(r.Board.Leaderboard.Traces.Count)),
        new("rank", r => CsvTable.Number(r.Standing.Rank)),
        new("predictor", r => r.Standing.Contender.Predictor),
        new("parameters", r => r.Standing.Contender.ParameterText),
        new("costRatio", r => Rounded(r.Standing.CostRatio)),
        new("low", r => Rounded(r.Standing.Low)),
        new("high", r => Rounded(r.Standing.High)),
        new("wastePercent", r => Rounded(r.Standing.WastePercent)),
        new("latencyMeanNs", r => CsvTable.WholeNs(r.Standing.MeanLatencyNs)),
        new("latencyP99Ns", r => CsvTable.Number(r.Standing.LatencyP99Ns)),
        new("caughtPercent", r => Rounded(r.Standing.CaughtPercent)),
    ];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        ContestTables.WriteTo(console, this);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RunJson.WriteTraces(json, Table.Boards[^1].Leaderboard.Traces);
        json.WriteStartArray("results");
        foreach (Row row in Rows())
        {
            Standing standing = row.Standing;
            json.WriteStartObject();
            json.WriteString("class", row.Board.Class);
            json.WriteNumber("exchangeRate", row.Board.ExchangeRate);
            json.WriteNumber("traces", row.Board.Leaderboard.Traces.Count);
            json.WriteNumber("rank", standing.Rank);
            json.WriteContender(standing.Contender);
            json.WriteDefined("costRatio", standing.CostRatio);
            json.WriteDefined("low", standing.Low);
            json.WriteDefined("high", standing.High);
            json.WriteDefined("wastePercent", standing.WastePercent);
            json.WriteWholeNs("latencyMeanNs", standing.MeanLatencyNs);
            json.WriteNumber("latencyP99Ns", standing.LatencyP99Ns);
            json.WriteDefined("caughtPercent", standing.CaughtPercent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", Notes);
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Rows());
    }

    /// <inheritdoc/>
    public HtmlPage ToPage() => ContestPage.Of(this);

    private static string Rounded(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private IEnumerable<Row> Rows() => Table.Boards.SelectMany(b => b.Leaderboard.Standings.Select(s => new Row(b, s)));

    private sealed record Row(ContestBoard Board, Standing Standing);
}
