using System.Text.Json;
using Predictors.Traces;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>The report of <c>generate</c>: what the workloads' closed forms say, beside what was generated.</summary>
/// <param name="File">The file that was written.</param>
/// <param name="Plan">What was to be generated.</param>
/// <param name="Written">How much was written.</param>
/// <param name="Inspection">What the trace holds.</param>
/// <param name="Workloads">The statistics.</param>
public sealed record GenerationReport(
    string File, GenerationPlan Plan, ConversionResult Written, TraceInspection Inspection, IReadOnlyList<WorkloadStatistics> Workloads) : IReport
{
    private static readonly CsvColumn<(string Workload, GeneratedStatistic Statistic)>[] s_columns =
    [
        new("workload", r => r.Workload),
        new("statistic", r => r.Statistic.Name),
        new("unit", r => StatisticText.Unit(r.Statistic.Unit)),
        new("count", r => CsvTable.Number(r.Statistic.Count)),
        new("expected", r => CsvTable.Defined(r.Statistic.Expected)),
        new("generated", r => CsvTable.Defined(r.Statistic.Generated)),
        new("standardError", r => CsvTable.Defined(r.Statistic.StandardError)),
        new("deviation", r => CsvTable.Defined(r.Statistic.Deviation)),
    ];

    /// <inheritdoc/>
    public void WriteTables(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        foreach ((string workload, IReadOnlyList<GeneratedStatistic> statistics) in Workloads)
        {
            ReportTable table = new ReportTable()
                .Words("Statistic").Numbers("Count").Numbers("Expected").Numbers("Generated").Numbers("Std. errors\napart");
            foreach (GeneratedStatistic statistic in statistics)
            {
                table.Row(
                    statistic.Name,
                    NumberText.Count(statistic.Count),
                    StatisticText.Of(statistic.Expected, statistic.Unit),
                    StatisticText.Of(statistic.Generated, statistic.Unit),
                    NumberText.Fixed(statistic.Deviation, 1));
            }

            table.WriteTo(console, workload);
        }

        double spanNs = (double)Inspection.LastNs - Inspection.FirstNs;
        RunNotes.WriteTo(console,
        [
            $"{File}: {NumberText.Count(Written.Segments)} idle segments of {Inspection.Vcpus.Count} vCPUs over {DurationText.Format(spanNs)}, "
                + $"{NumberText.Percent(Inspection.Vcpus.Values.Sum(v => (double)v.IdleNs), spanNs * Inspection.Vcpus.Count)} % idle; "
                + $"{NumberText.Count(Written.Bytes)} bytes; seed {Plan.Seed}.",
        ]);
    }

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("file", File);
        json.WriteNumber("seed", Plan.Seed);
        json.WriteNumber("vcpus", Inspection.Vcpus.Count);
        json.WriteNumber("spanNs", Inspection.LastNs - Inspection.FirstNs);
        json.WriteNumber("idlePeriods", Written.Segments);
        json.WriteStartArray("workloads");
        foreach ((string workload, IReadOnlyList<GeneratedStatistic> statistics) in Workloads)
        {
            json.WriteStartObject();
            json.WriteString("workload", workload);
            json.WriteStartArray("statistics");
            foreach (GeneratedStatistic statistic in statistics)
            {
                WriteStatistic(json, statistic);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void WriteCsv(TextWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        CsvTable.Write(csv, s_columns, Workloads.SelectMany(w => w.Statistics.Select(s => (w.Workload, s))));
    }

    private static void WriteStatistic(Utf8JsonWriter json, GeneratedStatistic statistic)
    {
        json.WriteStartObject();
        json.WriteString("name", statistic.Name);
        json.WriteString("unit", StatisticText.Unit(statistic.Unit));
        json.WriteNumber("count", statistic.Count);
        json.WriteDefined("expected", statistic.Expected);
        json.WriteDefined("generated", statistic.Generated);
        json.WriteDefined("standardError", statistic.StandardError);
        json.WriteDefined("deviation", statistic.Deviation);
        json.WriteEndObject();
    }
}
