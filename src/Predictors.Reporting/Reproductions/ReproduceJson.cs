using System.Text.Json;
using Predictors.IdlePath;

namespace Predictors.Reporting;

internal static class ReproduceJson
{
    public static void Write(Utf8JsonWriter json, ReproduceReport report)
    {
        json.WriteBoolean("inside", report.IsInside);
        json.WriteStartArray("tables");
        foreach (ReproducedTable table in report.Tables)
        {
            WriteTable(json, table);
        }

        json.WriteEndArray();
        json.WriteStartArray("notReproduced");
        foreach (UnreproducedTable table in report.Unreproduced)
        {
            json.WriteStartObject();
            json.WriteString("table", table.Name);
            json.WriteString("title", table.Title);
            json.WriteString("reason", table.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, ReproducedTable table)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Published.Name);
        json.WriteString("title", table.Published.Title);
        json.WriteString("source", table.Published.Source);
        json.WriteString("profile", table.Profile);
        json.WriteStartArray("figures");
        foreach (ReproducedFigure figure in table.Figures)
        {
            json.WriteStartObject();
            json.WriteString("configuration", figure.Published.Configuration);
            json.WriteString("metric", figure.Published.Metric);
            json.WriteString("unit", figure.Published.Unit);
            json.WriteNumber("publishedLow", figure.Published.Low);
            json.WriteNumber("publishedHigh", figure.Published.High);
            json.WriteDefined("simulated", figure.Simulated);
            json.WriteDefined("errorPercent", figure.Error * 100);
            json.WriteString("bar", figure.Published.Bar.Text);
            json.WriteBoolean("fitted", figure.IsFitted);
            json.WriteBoolean("inside", figure.IsInside);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("orders");
        foreach (OrderCheck order in table.Orders)
        {
            json.WriteStartObject();
            json.WriteString("order", order.Text);
            json.WriteBoolean("holds", order.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", table.Notes);
        json.WriteEndObject();
    }
}
