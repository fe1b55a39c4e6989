using System.Text.Json;
using Predictors.Abstractions;

namespace Predictors.Reporting;

internal static class PluginJson
{
    public static void Write(Utf8JsonWriter json, PluginsReport report)
    {
        json.WriteStartArray("predictors");
        foreach ((string file, PredictorDescription description) in report.Predictors)
        {
            json.WriteStartObject();
            json.WriteString("predictor", description.Name);
            json.WriteString("summary", description.Summary);
            json.WriteString("file", file);
            json.WriteStrings("requiredColumns", KebabText.Of(description.RequiredColumns));
            json.WriteParameters(description.Parameters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach ((string file, string? predictor, string reason) in report.Refused)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("predictor", predictor);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach ((string file, string? predictor, string text) in report.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("predictor", predictor);
            json.WriteString("warning", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
