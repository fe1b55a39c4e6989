using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>timers</c>: the timer paths side by side.</summary>
/// <param name="Rows">The timer paths, trace by trace.</param>
/// <param name="Settings">What the runs were made with.</param>
/// <param name="ExchangeRate">How many ns of burnt CPU one ns of latency is worth.</param>
/// <param name="Notes">What else the reader has to know, in sentences.</param>
public sealed record TimersReport(IReadOnlyList<TimerRow> Rows, RunSettings Settings, double ExchangeRate, IReadOnlyList<string> Notes) : IReport, IHtmlReport
{
    private IReadOnlyList<TraceSummary> Traces => [.. Rows.Select(r => r.Score.Trace).DistinctBy(t => (t.Name, t.Sha256))];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        TraceTable.WriteTo(console, Traces);
        TimerTables.WriteTo(console, Rows);
        RunNotes.WriteTo(console, RunNotes.Of(Traces, Settings, ExchangeRate).Concat(TimerTables.Legend(Rows)).Concat(Notes));
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RunJson.WriteTraces(json, Traces);
        RunJson.WriteSettings(json, Settings, ExchangeRate);
        json.WriteStartArray("timers");
        foreach (TimerRow row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("timer", row.Timer);
            json.WriteNumber("exits", row.Exits);
            json.WriteDefined("exitsPerSecond", row.ExitsPerSecond);
            json.WriteNumber("exitsSpared", row.ExitsSpared);
            json.WriteDefined("agentCpus", row.AgentCpus);
            json.WriteStartObject("result");
            RunJson.WriteResult(json, row.Score);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", [.. TimerTables.Legend(Rows), .. Notes]);
    }

    /// <inheritdoc/>
    public HtmlPage ToPage() => TimersPage.Of(this);

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(
            csv,
            [
                new("timer", r => r.Timer),
                new("exits", r => CsvTable.Number(r.Exits)),
                new("exitsPerSecond", r => CsvTable.Defined(r.ExitsPerSecond)),
                new("exitsSpared", r => CsvTable.Number(r.ExitsSpared)),
                new("busyTimerWrites", r => CsvTable.Number(r.Score.Result.BusyTimerWrites)),
                new("busyTimerWriteExits", r => CsvTable.Number(r.Score.Result.BusyTimerWriteExits)),
                new("latenessCount", r => CsvTable.Number(r.Score.Result.TimerLateness?.Count ?? 0)),
                new("latenessP50Ns", r => Late(r, 0.5)),
                new("latenessP99Ns", r => Late(r, 0.99)),
                new("latenessMaxNs", r => Late(r, 1)),
                .. RunColumns.All.Select(c => new CsvColumn<TimerRow>(c.Name, r => c.Field(r.Score))),
            ],
            Rows);
    }

    private static string? Late(TimerRow row, double share) =>
        row.Score.Result.TimerLateness is { Count: > 0 } late ? CsvTable.Number(late.PercentileNs(share)) : null;
}
