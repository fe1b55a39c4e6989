using Predictors.Abstractions;

namespace Predictors.Reporting;

internal static class PluginCsv
{
    private static readonly CsvColumn<Row>[] s_columns =
    [
        new("file", r => r.File),
        new("predictor", r => r.Predictor),
        new("summary", r => r.Description?.Summary),
        new("requiredColumns", r => r.Description is null ? null : string.Join(' ', KebabText.Of(r.Description.RequiredColumns))),
        new("parameters", r => r.Description is null ? null : string.Join(' ', r.Description.Parameters.Select(p => $"{p.Name}={p.DefaultText}"))),
        new("refused", r => r.Refused),
        new("warning", r => r.Warning),
    ];

    /// <summary>Writes one row for each predictor, with the defaults of its parameters, for each refusal and for each warning.</summary>
    public static void Write(TextWriter csv, PluginsReport report) => CsvTable.Write(
        csv,
        s_columns,
        report.Predictors.Select(p => new Row(p.File, p.Description.Name, p.Description))
            .Concat(report.Refused.Select(r => new Row(r.File, r.Predictor, null, Refused: r.Reason)))
            .Concat(report.Warnings.Select(w => new Row(w.File, w.Predictor, null, Warning: w.Text))));

    private sealed record Row(string File, string? Predictor, PredictorDescription? Description, string? Refused = null, string? Warning = null);
}
