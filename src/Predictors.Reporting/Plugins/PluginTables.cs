using Predictors.Abstractions;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class PluginTables
{
    public static void WriteTo(IAnsiConsole console, PluginsReport report)
    {
        ReportTable predictors = new ReportTable().Words("Predictor").Prose("What it does").Prose("Needs columns").Prose("File");
        ReportTable parameters = new ReportTable()
            .Words("Predictor").Words("Parameter").Words("Type").Words("Default").Prose("Range").Prose("What it sets");
        foreach ((string file, PredictorDescription description) in report.Predictors)
        {
            string columns = string.Join(", ", KebabText.Of(description.RequiredColumns).DefaultIfEmpty("none"));
            predictors.Row(description.Name, description.Summary, columns, file);
            foreach (Parameter parameter in description.Parameters)
            {
                parameters.Row(
                    description.Name, parameter.Name, parameter.TypeName, parameter.DefaultText, parameter.RangeText, parameter.Text);
            }
        }

        ReportTable refused = new ReportTable().Prose("File").Words("Predictor").Prose("Reason");
        foreach ((string file, string? predictor, string reason) in report.Refused)
        {
            refused.Row(file, predictor ?? NumberText.Undefined, reason);
        }

        predictors.WriteTo(console, report.Predictors.Count > 0 ? "Predictors" : "Predictors: none");
        if (!parameters.IsEmpty)
        {
            parameters.WriteTo(console, "Parameters");
        }

        if (!refused.IsEmpty)
        {
            refused.WriteTo(console, "Refused");
        }

        ReportTable warnings = new ReportTable().Prose("File").Words("Predictor").Prose("Warning");
        foreach ((string file, string? predictor, string text) in report.Warnings)
        {
            warnings.Row(file, predictor ?? NumberText.Undefined, text);
        }

        if (!warnings.IsEmpty)
        {
            warnings.WriteTo(console, "Usable, but probably not meant so");
        }
    }
}
