using System.Globalization;
using System.Text.Json;
using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>verify</c>: a predictor's decisions held against those of the recording kernel.</summary>
public sealed record VerifyReport : IReport
{
    private static readonly CsvColumn<VerifyReport>[] s_columns =
    [
        new("predictor", r => r.Contender.Predictor),
        new("parameters", r => r.Contender.ParameterText),
        new("trace", r => r.Trace),
        new("decisions", r => CsvTable.Number(r.Decisions)),
        new("equal", r => CsvTable.Number(r.Equal)),
        new("different", r => CsvTable.Number(r.Different)),
    ];

    /// <summary>The trace's name.</summary>
    public required string Trace { get; init; }

    /// <summary>The predictor and its parameters.</summary>
    public required Contender Contender { get; init; }

    /// <summary>Decisions that were compared.</summary>
    public required long Decisions { get; init; }

    /// <summary>Those that are equal.</summary>
    public required long Equal { get; init; }

    /// <summary>The first of those that differ.</summary>
    public required IReadOnlyList<DifferentDecision> First { get; init; }

    /// <summary>What else the reader has to know, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Decisions that differ.</summary>
    public long Different => Decisions - Equal;

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        ReportTable.WriteHeading(console, $"{Contender.Spec} on {Trace}");
        ReportTable counts = new ReportTable().Numbers("Decisions").Numbers("Equal").Numbers("Different");
        counts.Row(NumberText.Count(Decisions), NumberText.Count(Equal), NumberText.Count(Different));
        counts.WriteTo(console, Different == 0 ? "All decisions are equal" : "There are different decisions");
        if (First.Count > 0)
        {
            ReportTable first = new ReportTable()
                .Numbers("vCPU").Numbers("Time (ns)").Words("Place").Numbers("Recorded (ns)").Numbers("Predicted (ns)");
            foreach (DifferentDecision decision in First)
            {
                first.Row(
                    decision.Vcpu.ToString(CultureInfo.InvariantCulture),
                    NumberText.Count(decision.TimeNs),
                    decision.Place,
                    NumberText.Count(decision.RecordedNs),
                    NumberText.Count(decision.PredictedNs));
            }

            first.WriteTo(console, "The first that differ");
        }

        RunNotes.WriteTo(console, Notes);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteNumber("schema", JsonFields.Schema);
        json.WriteString("trace", Trace);
        json.WriteContender(Contender);
        json.WriteNumber("decisions", Decisions);
        json.WriteNumber("equal", Equal);
        json.WriteNumber("different", Different);
        json.WriteStartArray("first");
        foreach (DifferentDecision decision in First)
        {
            json.WriteStartObject();
            json.WriteNumber("vcpu", decision.Vcpu);
            json.WriteNumber("timeNs", decision.TimeNs);
            json.WriteString("place", decision.Place);
            json.WriteNumber("recordedNs", decision.RecordedNs);
            json.WriteNumber("predictedNs", decision.PredictedNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", Notes);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, [this]);
    }
}
