using System.Text.Json;
using Predictors.Abstractions;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>generate --list</c>: the workloads with their parameters.</summary>
/// <param name="Workloads">The workloads.</param>
public sealed record WorkloadsReport(IReadOnlyList<Workload> Workloads) : IReport
{
    private static readonly CsvColumn<(string Workload, Parameter Parameter)>[] s_columns =
    [
        new("workload", r => r.Workload),
        new("parameter", r => r.Parameter.Name),
        new("type", r => r.Parameter.TypeName),
        new("default", r => r.Parameter.DefaultText),
        new("range", r => r.Parameter.RangeText),
        new("text", r => r.Parameter.Text),
    ];

    private IEnumerable<(string Workload, Parameter Parameter)> Rows =>
        Workloads.SelectMany(w => w.Description.Parameters.Select(p => (w.Description.Name, p)));

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        foreach (Workload workload in Workloads)
        {
            ReportTable table = new ReportTable().Words("Parameter").Words("Default").Prose("Range").Prose("What it sets");
            foreach (Parameter parameter in workload.Description.Parameters)
            {
                table.Row(parameter.Name, parameter.DefaultText, parameter.RangeText, parameter.Text);
            }

            table.WriteTo(console, $"{workload.Description.Name}: {workload.Description.Summary}");
        }
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("workloads");
        foreach (Workload workload in Workloads)
        {
            json.WriteStartObject();
            json.WriteString("workload", workload.Description.Name);
            json.WriteString("summary", workload.Description.Summary);
            json.WriteParameters(workload.Description.Parameters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Rows);
    }
}
