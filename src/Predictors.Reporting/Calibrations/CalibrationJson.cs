using System.Text.Json;
using Predictors.IdlePath;

namespace Predictors.Reporting;

internal static class CalibrationJson
{
    public static void Write(Utf8JsonWriter json, CalibrationResult result)
    {
        json.WriteString("profile", result.Profile.Name);
        json.WriteString("base", result.BaseName);
        json.WriteStartArray("traces");
        foreach (CalibratedTrace trace in result.Traces)
        {
            WriteTrace(json, trace);
        }

        json.WriteEndArray();
        json.WriteStartArray("measured");
        foreach (MeasuredTimes times in result.Measured)
        {
            json.WriteStartObject();
            json.WriteString("name", times.Name);
            json.WriteString("meaning", times.Meaning);
            WriteTimes(json, times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFitted(json, result.Fitted);
        json.WriteStartArray("fromBase");
        foreach (BaseCost cost in result.FromBase)
        {
            json.WriteStartObject();
            json.WriteString("cost", cost.Cost);
            json.WriteString("why", cost.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteOptional("tickPeriodNs", result.TickPeriodNs);
        json.WriteStrings("notes", result.Notes);
    }

    private static void WriteTrace(Utf8JsonWriter json, CalibratedTrace trace)
    {
        json.WriteStartObject();
        json.WriteString("name", trace.Name);
        json.WriteString("format", trace.Format);
        json.WriteString("sourceSha256", trace.SourceSha256);
        json.WriteNumber("segments", trace.Segments);
        json.WriteBoolean("hasEvents", trace.HasEvents);
        json.WriteEndObject();
    }

    private static void WriteFitted(Utf8JsonWriter json, IReadOnlyList<FittedCost> fitted)
    {
        json.WriteStartArray("fitted");
        foreach (FittedCost cost in fitted)
        {
            json.WriteStartObject();
            json.WriteString("cost", cost.Cost);
            json.WriteString("how", cost.How);
            json.WriteStartArray("times");
            foreach (MeasuredTimes times in cost.Times)
            {
                json.WriteStartObject();
                WriteTimes(json, times);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimes(Utf8JsonWriter json, MeasuredTimes times)
    {
        json.WriteOptional("asleepFromNs", times.AsleepFromNs);
        json.WriteNumber("count", times.Count);
        json.WriteStartArray("quantiles");
        foreach (MeasuredQuantile quantile in times.Quantiles)
        {
            json.WriteStartObject();
            json.WriteNumber("share", quantile.Share);
            json.WriteNumber("ns", quantile.Ns);
            json.WriteNumber("lowNs", quantile.LowNs);
            json.WriteNumber("highNs", quantile.HighNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
