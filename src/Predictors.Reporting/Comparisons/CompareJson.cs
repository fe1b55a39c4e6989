using System.Text.Json;

namespace Predictors.Reporting;

internal static class CompareJson
{
    public static void Write(Utf8JsonWriter json, CompareReport report)
    {
        json.WriteString("before", report.Before);
        json.WriteString("after", report.After);
        json.WriteBoolean("regression", report.Comparison.HasRegression);
        json.WriteStartArray("predictors");
        foreach (ComparedContender contender in report.Comparison.Contenders)
        {
            json.WriteStartObject();
            json.WriteContender(contender.Contender);
            json.WriteString("change", KebabText.Of(contender.Change));
            WriteStanding(json, "before", contender.Before);
            WriteStanding(json, "after", contender.After);
            json.WriteStartArray("traces");
            foreach (ComparedTrace trace in contender.Traces)
            {
                json.WriteStartObject();
                json.WriteString("trace", trace.Trace);
                json.WriteWholeNs("costBeforeNs", trace.BeforeNs);
                json.WriteWholeNs("costAfterNs", trace.AfterNs);
                json.WriteDefined("changePercent", trace.ChangePercent);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("notes", report.Comparison.Notes);
    }

    private static void WriteStanding(Utf8JsonWriter json, string name, RankResultStanding? standing)
    {
        if (standing is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("rank", standing.Rank);
        json.WriteDefined("costRatio", standing.CostRatio);
        json.WriteDefined("low", standing.Low);
        json.WriteDefined("high", standing.High);
        json.WriteEndObject();
    }
}
